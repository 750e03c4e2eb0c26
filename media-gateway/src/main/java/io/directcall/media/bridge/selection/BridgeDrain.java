package io.directcall.media.bridge.selection;

import io.directcall.media.bridge.BridgeClient;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Tells bridges that they are to become empty, or that they may be used again. The flag is the bridge's: each replica reads it with the
 * bridge's load, and moves what it owns away.
 */
public final class BridgeDrain {
    private final BridgeDirectory directory;
    private final BridgeClient client;

    public BridgeDrain(BridgeDirectory directory, BridgeClient client) {
        this.directory = directory;
        this.client = client;
    }

    /**
     * Sets the bridge's flag; setting it again changes nothing.
     *
     * @return the bridge as it is afterwards, empty when there is none of this id; fails with {@link
     *     io.directcall.media.bridge.BridgeException}
     */
    public Uni<Optional<BridgeView>> set(String id, boolean drain) {
        return directory
                .byId(id)
                .map(bridge -> client.drain(bridge.url(), drain)
                        .chain(() -> client.load(bridge.url()))
                        .invoke(load -> directory.reported(bridge.url(), load))
                        .map(load -> directory.byId(id)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
