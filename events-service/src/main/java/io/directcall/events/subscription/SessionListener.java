package io.directcall.events.subscription;

import io.directcall.events.log.Envelope;
import io.directcall.events.log.LogEvent;
import io.directcall.events.position.Channel;
import io.directcall.events.position.Source;

/**
 * Who listens to a session, by the call token and the request.
 *
 * @param sessionId the session of the token
 * @param uid the user of the token
 * @param participantId the participant that the client says it is; null for a mere observer, who gets nothing that is addressed
 */
public record SessionListener(String sessionId, String uid, String participantId) implements Listener {

    @Override
    public Channel channel() {
        return Channel.SESSION;
    }

    @Override
    public String key() {
        return sessionId;
    }

    @Override
    public String name() {
        return "session=" + sessionId + " participant=" + participantId;
    }

    /** True when the stream stands for a participant. */
    public boolean isParticipant() {
        return participantId != null;
    }

    /** An addressed event must match the participant and the user of the token: the participant id alone is known to all in the session. */
    @Override
    public boolean mayReceive(LogEvent event) {
        if (!event.key().equals(sessionId)) {
            return false;
        }
        return !isAddressed(event)
                || (isAbout(event) && uid.equals(event.envelope().uid()));
    }

    /** True when the event is about this participant. */
    public boolean isAbout(LogEvent event) {
        return isParticipant() && participantId.equals(event.envelope().participantId());
    }

    /** Media events that name a user are for this user's participant alone; also those of a type that is newer than this code. */
    private static boolean isAddressed(LogEvent event) {
        Envelope envelope = event.envelope();
        return event.source() == Source.MEDIA && envelope.uid() != null;
    }
}
