package io.directcall.token.key;

import io.directcall.service.Data;
import io.directcall.service.security.Caller;
import io.directcall.service.security.RequiresApiKey;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v3/signing_keys}: for operators. */
@Path("/v3/signing_keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresApiKey
@Tag(name = "Signing keys")
public class KeyResource {
    private final KeyRing ring;
    private final KeyCare care;
    private final Caller caller;
    private final InstantSource clock = InstantSource.system();

    /** Built by the container. */
    public KeyResource(KeyRing ring, KeyCare care, Caller caller) {
        this.ring = ring;
        this.care = care;
        this.caller = caller;
    }

    /** The oldest first; never with a secret. */
    @GET
    @Operation(summary = "Lists the keys that sign or have signed call tokens that may still be valid")
    public Data<List<KeyView>> list() {
        return new Data<>(views());
    }

    /** Nothing becomes invalid: what the old keys signed stays valid until it expires. */
    @POST
    @Operation(summary = "Makes the next signing key")
    public Uni<Data<KeyView>> rotate(@Valid NewSigningKey body) {
        Duration after =
                body == null || body.signsInSeconds() == null ? care.lead() : Duration.ofSeconds(body.signsInSeconds());
        return care.rotate(after, caller.actor())
                .map(made -> new Data<>(KeyView.of(made, ring.times(), clock.instant())));
    }

    private List<KeyView> views() {
        List<KeyTimes> all = ring.times();
        return ring.all().stream()
                .map(key -> KeyView.of(key, all, clock.instant()))
                .toList();
    }
}
