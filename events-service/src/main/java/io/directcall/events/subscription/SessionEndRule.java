package io.directcall.events.subscription;

import io.directcall.events.log.Envelope;
import io.directcall.events.log.LogEvent;
import io.directcall.events.position.Source;
import java.util.Optional;

/**
 * With which event the stream of a session is over. A session id may be used again at once after the session ended, and the outbox may
 * publish events again that it has published: then the end of an earlier call comes after the joins of the next one, and must send nobody
 * away. So a participant's stream ends with the leaving of the participant, which is told before each end of its session, and with an end
 * only when the participant is seen to have joined before. To an observer an end counts unless it has a number that the client knows.
 */
public final class SessionEndRule implements EndRule {
    private final SessionListener listener;
    private boolean joined;
    private long newest;

    /** @param listener whose stream it is */
    public SessionEndRule(SessionListener listener) {
        this.listener = listener;
    }

    @Override
    public Optional<EndReason> with(LogEvent event) {
        if (event.source() != Source.SESSION) {
            return Optional.empty();
        }
        return switch (event.envelope().type()) {
            case Envelope.PARTICIPANT_LEFT ->
                listener.isAbout(event) ? Optional.of(EndReason.PARTICIPANT_LEFT) : Optional.empty();
            case Envelope.SESSION_ENDED -> endsOwn(event) ? Optional.of(EndReason.SESSION_ENDED) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private boolean endsOwn(LogEvent ended) {
        long seq = ended.envelope().seq();
        boolean repeated = seq > 0 && seq <= newest;
        return !repeated && (joined || !listener.isParticipant());
    }

    @Override
    public void known(LogEvent event) {
        if (event.source() == Source.SESSION) {
            newest = Math.max(newest, event.envelope().seq());
            joined |= event.envelope().type().equals(Envelope.PARTICIPANT_JOINED) && listener.isAbout(event);
        }
    }
}
