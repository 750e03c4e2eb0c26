package io.directcall.system.faults.verify;

import io.directcall.contracts.session.Participant;

/** What a participant or the application's server asks of a session. */
public sealed interface Command {
    /** @param uid of who joins; in a session each uid belongs to one participant at a time */
    record Join(String uid) implements Command {}

    /** A participant leaves. */
    record Leave(String participantId) implements Command {}

    /** A moderator removes a participant. */
    record Kick(String participantId) implements Command {}

    /** @param by participant who asks */
    record Update(String participantId, String by, Change change) implements Command {}

    /** @param by participant who asks */
    record SwitchToVideo(String by) implements Command {}

    /** @param by participant who asks */
    record KeepAlive(String by) implements Command {}

    /** Everybody is to leave. */
    record End() implements Command {}

    /** Of a participant's state; null leaves a part as it is. */
    record Change(Boolean audioMuted, Boolean videoPaused, Boolean handRaised) {
        /** What becomes of a participant by it. */
        public Participant applyTo(Participant before) {
            return new Participant(
                    before.participantId(),
                    before.uid(),
                    before.name(),
                    before.avatar(),
                    before.role(),
                    audioMuted == null ? before.audioMuted() : audioMuted,
                    videoPaused == null ? before.videoPaused() : videoPaused,
                    before.screenSharing(),
                    handRaised == null ? before.handRaised() : handRaised,
                    before.joinedAt());
        }
    }
}
