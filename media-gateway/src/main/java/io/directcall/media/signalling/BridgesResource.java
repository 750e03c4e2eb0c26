package io.directcall.media.signalling;

import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.service.Data;
import io.directcall.service.security.Caller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;

/** The bridges as this replica sees them, for operators. */
@Path("/v3/bridges")
public class BridgesResource {
    private final Caller caller;
    private final BridgeDirectory directory;

    BridgesResource(Caller caller, BridgeDirectory directory) {
        this.caller = caller;
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
        caller.requireApiKey();
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
