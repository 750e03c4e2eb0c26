package io.directcall.media.signalling;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.BridgeView;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.Placement;
import io.directcall.media.conference.store.ConferenceStore;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets a move pass only when there is something to move and somewhere to go, so that the operator hears at once what is wrong. */
@ApplicationScoped
public class MoveGate {
    private final ConferenceStore store;
    private final BridgeDirectory directory;

    MoveGate(ConferenceStore store, BridgeDirectory directory) {
        this.store = store;
        this.directory = directory;
    }

    /**
     * @param bridgeId null for any
     * @return fails with {@link ApiException} when the session can't be moved
     */
    Uni<Void> admit(String sessionId, String bridgeId) {
        return store.find(sessionId).invoke(found -> check(found, bridgeId)).replaceWithVoid();
    }

    private void check(Optional<Conference> found, String bridgeId) {
        Conference conference = found.filter(known -> !known.state().ended())
                .orElseThrow(() -> new ApiException(ErrorCode.ERR_CALL_SESSION_NOT_FOUND));
        if (bridgeId != null) {
            String url = directory
                    .byId(bridgeId)
                    .map(BridgeView::url)
                    .orElseThrow(() -> new ApiException(ErrorCode.ERR_BRIDGE_NOT_FOUND));
            require(directory.mayTake(url));
        } else {
            String current = conference.placement().map(Placement::bridge).orElse("");
            require(directory.anotherMayTake(current));
        }
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw new ApiException(ErrorCode.ERR_BRIDGE_NOT_AVAILABLE);
        }
    }
}
