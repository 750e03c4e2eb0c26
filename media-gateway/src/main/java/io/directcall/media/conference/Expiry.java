package io.directcall.media.conference;

import java.time.Instant;

/**
 * Something on a bridge that must go. Kept until the bridge says that it is gone, or until the bridge would have dropped it by itself.
 *
 * @param participantId the endpoint, or null for the whole conference
 * @param dueAt when to try (again)
 * @param until when trying ends: bridges drop silent endpoints after three minutes at most
 */
public record Expiry(String bridge, String conferenceId, String participantId, Instant dueAt, Instant until) {
    boolean covers(Expiry other) {
        return bridge.equals(other.bridge)
                && conferenceId.equals(other.conferenceId)
                && (participantId == null || participantId.equals(other.participantId));
    }

    Expiry retriedAt(Instant at) {
        return new Expiry(bridge, conferenceId, participantId, at, until);
    }
}
