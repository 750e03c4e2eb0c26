package io.directcall.media.conference;

import io.directcall.media.sdp.MediaProfile;
import java.time.Duration;
import java.time.Instant;

/**
 * The offers of one participant.
 *
 * @param revision number of the newest offer, over all generations; 0 before the first
 * @param answered revision of the newest answer
 * @param offeredAt when the newest offer was written, null before the first
 * @param slots the m-lines of the newest offer
 */
public record Negotiation(int revision, int answered, Instant offeredAt, Slots slots) {
    static Negotiation fresh(boolean viewer, MediaProfile profile) {
        return new Negotiation(0, 0, null, Slots.fresh(viewer, profile));
    }

    /** The same numbers on a new peer connection. */
    Negotiation onNewPeerConnection() {
        return new Negotiation(revision, revision, offeredAt, Slots.fresh(slots.viewer(), slots.profile()));
    }

    Negotiation offered(Slots next, Instant now) {
        return new Negotiation(revision + 1, answered, now, next);
    }

    Negotiation withAnswer() {
        return new Negotiation(revision, revision, offeredAt, slots);
    }

    boolean isAnswered() {
        return answered == revision;
    }

    /**
     * When another offer may follow.
     *
     * @param pace after an offer that was answered
     * @param answerTimeout after one that was not
     */
    Instant mayOfferAt(Duration pace, Duration answerTimeout) {
        return offeredAt.plus(isAnswered() ? pace : answerTimeout);
    }
}
