package io.directcall.session.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether somebody is alone in a session, and for how much longer that is accepted. */
public sealed interface Attendance {
    /** Two or more participants. */
    record Company() implements Attendance {}

    /**
     * One participant, not warned yet.
     *
     * @param warnAt when it is warned
     * @param endsAt when the session ends
     */
    record Alone(Instant warnAt, Instant endsAt) implements Attendance {}

    /**
     * One participant, who knows that the session will end.
     *
     * @param endsAt when the session ends
     */
    record Warned(Instant endsAt) implements Attendance {}

    /**
     * @param idlePeriod how long a participant may be alone
     * @param notice how long before the end it is warned; at once when the period is shorter
     */
    static Alone alone(Instant now, Duration idlePeriod, Duration notice) {
        Instant endsAt = now.plus(idlePeriod);
        Instant warnAt = endsAt.minus(notice);
        return new Alone(warnAt.isBefore(now) ? now : warnAt, endsAt);
    }

    /** When something is to happen. */
    default Optional<Instant> dueAt() {
        return switch (this) {
            case Company ignored -> Optional.empty();
            case Alone alone -> Optional.of(alone.warnAt());
            case Warned warned -> Optional.of(warned.endsAt());
        };
    }
}
