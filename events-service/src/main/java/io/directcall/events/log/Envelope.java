package io.directcall.events.log;

/**
 * The little that the fan-out needs to know of an event.
 *
 * @param type name of the event's type
 * @param participantId the participant that it is about, also when it carries the whole participant; null when it is about none
 * @param uid the user that it names at its top level, or null
 * @param audience whom it is for; null when it says nothing of that, and empty when what it says is no text
 * @param seq its number in its session, which grows over all calls of the same session id; 0 when it has none
 */
public record Envelope(String type, String participantId, String uid, String audience, long seq) {
    /** Type of the event that ends a participant's stream. */
    public static final String PARTICIPANT_LEFT = "ParticipantLeft";
    /** Type of the event that starts a participant's life in a session. */
    public static final String PARTICIPANT_JOINED = "ParticipantJoined";
    /** Type of the event that ends all streams of a session. */
    public static final String SESSION_ENDED = "SessionEnded";
}
