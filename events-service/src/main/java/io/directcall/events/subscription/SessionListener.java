package io.directcall.events.subscription;

import io.directcall.contracts.session.Role;
import io.directcall.events.log.Address;
import io.directcall.events.log.LogEvent;
import io.directcall.events.position.Channel;

/**
 * Who listens to a session, by the call token and the request.
 *
 * @param sessionId the session of the token
 * @param uid the user of the token
 * @param role the role of the token
 * @param participantId the participant that the client says it is; null for a mere observer, who gets nothing that is for a participant
 */
public record SessionListener(String sessionId, String uid, Role role, String participantId) implements Listener {

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

    @Override
    public boolean mayReceive(LogEvent event) {
        return event.key().equals(sessionId) && isAmong(event.address());
    }

    private boolean isAmong(Address address) {
        return switch (address) {
            case Address.Everybody ignored -> true;
            // Participant ids are known to all in the session: what proves who it is, is the user of the token.
            case Address.OneParticipant one ->
                isParticipant() && participantId.equals(one.participantId()) && uid.equals(one.uid());
            case Address.Moderators ignored -> role == Role.MODERATOR;
            case Address.User ignored -> false;
            case Address.Nobody ignored -> false;
        };
    }

    /** True when the event is about this participant. */
    public boolean isAbout(LogEvent event) {
        return isParticipant() && participantId.equals(event.envelope().participantId());
    }
}
