package io.directcall.media.conference;

import io.directcall.media.sdp.Layer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a bridge and a client told each other by way of this gateway.
 *
 * @param allocation of the endpoint, null while there is none
 * @param applied what the bridge was told of the client. It outlives the endpoint: until the client has answered for its next endpoint
 *     the others keep its m-lines, instead of losing them and getting them back
 * @param pending an answer that the bridge is still to be told of, or null
 * @param appliedAt when the bridge was last told, null when it was not for this endpoint
 * @param layers of the camera that the client sends to this endpoint in several sizes, as far as it has named them: by an answer, or
 *     beside it
 * @param told what the bridge holds back of this endpoint, as far as it was told
 */
public record Link(
        Allocation allocation,
        ClientMedia applied,
        ClientMedia pending,
        Instant appliedAt,
        List<Layer> layers,
        Restrictions told) {
    static final Link NONE = new Link(null, null, null, null, List.of(), Restrictions.NONE);

    public Link {
        // Stored before there were layers, or restrictions.
        layers = layers == null ? List.of() : List.copyOf(layers);
        told = told == null ? Restrictions.NONE : told;
    }

    Link allocated(Allocation next) {
        return new Link(next, applied, null, null, List.of(), Restrictions.NONE);
    }

    Link answered(ClientMedia media) {
        return new Link(allocation, applied, media, appliedAt, layers, told);
    }

    Link layered(List<Layer> named) {
        return new Link(allocation, applied, pending, appliedAt, named, told);
    }

    /** The bridge knows of the pending answer; with it, it was told what to hold back. */
    Link withApplied(Restrictions restrictions, Instant now) {
        return new Link(allocation, pending, null, now, layers, restrictions);
    }

    Link restricted(Restrictions restrictions) {
        return new Link(allocation, applied, pending, appliedAt, layers, restrictions);
    }

    /** The bridge was told of the client: from then on it is told of each change of what it holds back. */
    boolean isApplied() {
        return appliedAt != null;
    }

    Link withoutPending() {
        return new Link(allocation, applied, null, appliedAt, layers, told);
    }

    Link withoutEndpoint() {
        return new Link(null, applied, null, null, List.of(), Restrictions.NONE);
    }

    /** The newest that the client answered for this endpoint. */
    Optional<ClientMedia> newest() {
        return pending == null && isApplied() ? Optional.of(applied) : Optional.ofNullable(pending);
    }
}
