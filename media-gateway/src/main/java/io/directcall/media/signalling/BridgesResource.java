package io.directcall.media.signalling;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.media.bridge.BridgeException;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.BridgeDrain;
import io.directcall.media.bridge.selection.BridgeView;
import io.directcall.service.Data;
import io.directcall.service.error.ApiException;
import io.directcall.service.security.RequiresApiKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The bridges as this replica sees them, for operators. */
@Path("/v3/bridges")
@Produces(MediaType.APPLICATION_JSON)
@RequiresApiKey
public class BridgesResource {
    private final BridgeDirectory directory;
    private final BridgeDrain drain;

    BridgesResource(BridgeDirectory directory, BridgeDrain drain) {
        this.directory = directory;
        this.drain = drain;
    }

    /** All bridges. */
    @GET
    public Data<List<BridgeView>> list() {
        return new Data<>(directory.views());
    }

    /** Empties a bridge: it gets no new conferences, and those that it has move away bit by bit. */
    @POST
    @Path("/{id}/drain")
    public Uni<Data<BridgeView>> drain(@PathParam("id") String id) {
        return set(id, true);
    }

    /** Uses a bridge again. */
    @POST
    @Path("/{id}/undrain")
    public Uni<Data<BridgeView>> undrain(@PathParam("id") String id) {
        return set(id, false);
    }

    private Uni<Data<BridgeView>> set(String id, boolean wanted) {
        return drain.set(id, wanted)
                .onFailure(BridgeException.class)
                .transform(failure -> new ApiException(
                        ErrorCode.ERR_UNAVAILABLE, "The bridge does not answer: " + failure.getMessage()))
                .map(view -> view.orElseThrow(() -> new ApiException(ErrorCode.ERR_BRIDGE_NOT_FOUND)))
                .map(Data::new);
    }
}
