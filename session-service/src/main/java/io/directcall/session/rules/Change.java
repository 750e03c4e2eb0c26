package io.directcall.session.rules;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Participant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * What of a participant is to change. Null leaves a part as it is.
 *
 * @param audioMuted its microphone sends nothing
 * @param videoPaused its camera sends nothing
 * @param screenSharing it shares a screen
 * @param handRaised it asks for attention
 */
public record Change(Boolean audioMuted, Boolean videoPaused, Boolean screenSharing, Boolean handRaised) {

    boolean touchesMedia() {
        return audioMuted != null || videoPaused != null || screenSharing != null;
    }

    /** Nothing but muting a microphone or pausing a camera. */
    boolean mutesOrPauses() {
        return onlyTakesAway() && screenSharing == null && handRaised == null;
    }

    /** It mutes, pauses, ends a screen share or lowers a hand, and does nothing else. */
    boolean onlyTakesAway() {
        return !Boolean.FALSE.equals(audioMuted)
                && !Boolean.FALSE.equals(videoPaused)
                && !Boolean.TRUE.equals(screenSharing)
                && !Boolean.TRUE.equals(handRaised);
    }

    /** What is to be sent by it, if it was not before. */
    Set<TrackKind> turnsOn() {
        var kinds = EnumSet.noneOf(TrackKind.class);
        if (Boolean.FALSE.equals(audioMuted)) {
            kinds.add(TrackKind.AUDIO);
        }
        if (Boolean.FALSE.equals(videoPaused)) {
            kinds.add(TrackKind.CAMERA);
        }
        if (Boolean.TRUE.equals(screenSharing)) {
            kinds.add(TrackKind.SCREEN);
        }
        return kinds;
    }

    Participant applyTo(Participant before) {
        return new Participant(
                before.participantId(),
                before.uid(),
                before.name(),
                before.avatar(),
                before.role(),
                Objects.requireNonNullElse(audioMuted, before.audioMuted()),
                Objects.requireNonNullElse(videoPaused, before.videoPaused()),
                Objects.requireNonNullElse(screenSharing, before.screenSharing()),
                Objects.requireNonNullElse(handRaised, before.handRaised()),
                before.joinedAt(),
                before.publishes());
    }
}
