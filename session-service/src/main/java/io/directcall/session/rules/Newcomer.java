package io.directcall.session.rules;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.session.rules.SessionCommand.Join;
import java.time.Instant;
import java.util.Objects;

/** Makes the participant of a join. */
final class Newcomer {
    private Newcomer() {}

    /** A viewer sends nothing, whatever it asks for. */
    static Participant of(String id, Join join, CallType type, Instant now) {
        boolean viewer = join.role() == Role.VIEWER;
        return new Participant(
                id,
                join.user().uid(),
                join.user().name(),
                join.user().avatar(),
                join.role(),
                viewer || Objects.requireNonNullElse(join.audioMuted(), false),
                viewer || Objects.requireNonNullElse(join.videoPaused(), type == CallType.AUDIO),
                false,
                false,
                now);
    }
}
