package io.directcall.events.subscription;

import io.directcall.events.log.Envelope;
import io.directcall.events.log.LogEvent;
import io.directcall.events.position.Source;
import java.util.Optional;

/**
 * After which event the stream of a session is over. A session id may be used again at once after the session ended: a participant of the
 * new session that subscribes from the moment of its join may then still see the end of the old one, and must not be sent away by it.
 */
public final class SessionEndRule implements EndRule {
    private final SessionListener listener;
    private boolean ownSession;

    /**
     * @param listener whose stream it is
     * @param fromJoin the stream starts at the listener's join and not later: its session is the one in which it sees itself join
     */
    public SessionEndRule(SessionListener listener, boolean fromJoin) {
        this.listener = listener;
        this.ownSession = !(fromJoin && listener.isParticipant());
    }

    @Override
    public Optional<EndReason> after(LogEvent event) {
        if (event.source() != Source.SESSION) {
            return Optional.empty();
        }
        return switch (event.envelope().type()) {
            case Envelope.PARTICIPANT_JOINED -> {
                ownSession |= listener.isAbout(event);
                yield Optional.empty();
            }
            case Envelope.PARTICIPANT_LEFT ->
                listener.isAbout(event) ? Optional.of(EndReason.PARTICIPANT_LEFT) : Optional.empty();
            case Envelope.SESSION_ENDED -> ownSession ? Optional.of(EndReason.SESSION_ENDED) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
