package io.directcall.token.key;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code /.well-known/jwks.json}: the public keys, for whoever checks call tokens outside of the suite. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Call tokens")
public class JwksResource {
    private final KeyRing ring;

    /** Built by the container. */
    public JwksResource(KeyRing ring) {
        this.ring = ring;
    }

    /** A set of JSON Web Keys (RFC 7517); may be kept for five minutes. */
    @GET
    @Operation(summary = "The public keys of call tokens")
    public RestResponse<Map<String, List<Map<String, Object>>>> keys() {
        List<Map<String, Object>> keys =
                ring.all().stream().map(key -> key.pair().publicMembers()).toList();
        return RestResponse.ResponseBuilder.ok(Map.of("keys", keys))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
