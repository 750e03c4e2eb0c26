package io.directcall.media.conference;

import java.time.Instant;

/**
 * What a bridge and a client told each other by way of this gateway.
 *
 * @param allocation of the endpoint, null while there is none
 * @param applied what the bridge was told of the client. It outlives the endpoint: until the client has answered for its next endpoint
 *     the others keep its m-lines, instead of losing them and getting them back
 * @param pending an answer that the bridge is still to be told of, or null
 * @param appliedAt when the bridge was last told, null when it was not for this endpoint
 */
public record Link(Allocation allocation, ClientMedia applied, ClientMedia pending, Instant appliedAt) {
    static final Link NONE = new Link(null, null, null, null);

    Link allocated(Allocation next) {
        return new Link(next, applied, null, null);
    }

    Link answered(ClientMedia media) {
        return new Link(allocation, applied, media, appliedAt);
    }

    Link withApplied(Instant now) {
        return new Link(allocation, pending, null, now);
    }

    Link withoutPending() {
        return new Link(allocation, applied, null, appliedAt);
    }

    Link withoutEndpoint() {
        return new Link(null, applied, null, null);
    }
}
