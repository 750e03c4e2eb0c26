package io.directcall.session.rules;

import io.directcall.contracts.session.Role;

/** Who asks. */
public sealed interface Actor {
    /** The holder of a call token of the session. */
    record User(String uid, Role role) implements Actor {}

    /** The application's server, by its API key. May do everything. */
    record Server() implements Actor {}

    /** Whether it may change and remove others and end the session. */
    default boolean moderates() {
        return switch (this) {
            case Server ignored -> true;
            case User user -> user.role() == Role.MODERATOR;
        };
    }

    /** Whether the participant of this uid is its own. */
    default boolean owns(String uid) {
        return switch (this) {
            case Server ignored -> false;
            case User user -> user.uid().equals(uid);
        };
    }
}
