package io.directcall.token.knowledge;

import io.directcall.service.Data;
import io.directcall.service.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A resource as the other services have them: it knows auth tokens by Kafka alone. */
@Path("/test/who-am-i")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class WhoAmI {
    private final Caller caller;

    public WhoAmI(Caller caller) {
        this.caller = caller;
    }

    @GET
    public Uni<Data<String>> uid() {
        return caller.requireUser().map(Data::new);
    }
}
