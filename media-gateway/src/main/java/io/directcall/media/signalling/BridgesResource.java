package io.directcall.media.signalling;

import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.service.Data;
import io.directcall.service.security.RequiresApiKey;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;

/** The bridges as this replica sees them, for operators. */
@Path("/v3/bridges")
@Produces(MediaType.APPLICATION_JSON)
@RequiresApiKey
public class BridgesResource {
    private final BridgeDirectory directory;

    BridgesResource(BridgeDirectory directory) {
        this.directory = directory;
    }

    /**
     * A bridge.
     *
     * @param state {@code available}, {@code draining}, {@code stopping}, {@code unhealthy}, {@code unreachable} or {@code unknown}
     */
    public record BridgeAnswer(String id, String url, String state, double stress, int endpoints) {}

    /** All configured bridges. */
    @GET
    public Data<List<BridgeAnswer>> list() {
        return new Data<>(directory.views().stream()
                .map(view -> new BridgeAnswer(
                        view.id(),
                        view.url(),
                        view.state().name().toLowerCase(Locale.ROOT),
                        view.stress(),
                        view.endpoints()))
                .toList());
    }
}
