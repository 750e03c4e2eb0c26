package io.directcall.events.log;

import io.directcall.events.position.Source;

/** To whom an event goes, of those who listen to its key. Told by the envelope alone: a type may be newer than this code. */
public sealed interface Address {
    /** What {@code audience} says of an event for moderators. */
    String MODERATORS = "moderators";

    /** All who listen to the session. */
    record Everybody() implements Address {
        private static final Everybody INSTANCE = new Everybody();
    }

    /** One participant of the session. */
    record OneParticipant(String participantId, String uid) implements Address {}

    /** Whose call token has the role of a moderator. */
    record Moderators() implements Address {
        private static final Moderators INSTANCE = new Moderators();
    }

    /** All devices of a user. */
    record User(String uid) implements Address {}

    /** An audience that this code does not know: rather nobody than somebody whom it is not for. */
    record Nobody() implements Address {
        private static final Nobody INSTANCE = new Nobody();
    }

    /**
     * Reads the address of an event.
     *
     * @param key of its record
     */
    static Address of(Source source, String key, Envelope envelope) {
        if (envelope.audience() != null) {
            return envelope.audience().equals(MODERATORS) ? Moderators.INSTANCE : Nobody.INSTANCE;
        }
        return switch (source) {
            case SESSION -> Everybody.INSTANCE;
            case MEDIA ->
                envelope.uid() == null
                        ? Everybody.INSTANCE
                        : new OneParticipant(envelope.participantId(), envelope.uid());
            case USER -> new User(key);
        };
    }
}
