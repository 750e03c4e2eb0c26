package io.directcall.session.store;

import io.directcall.contracts.session.SessionEvent;
import io.directcall.session.rules.Notice;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;

/**
 * Counts what happens. The difference of {@code SessionStarted} and {@code SessionEnded}, and of {@code ParticipantJoined} and
 * {@code ParticipantLeft}, summed over all replicas and their restarts, is what runs now.
 */
final class SessionMetrics {
    private static final String NO_REASON = "none";

    private SessionMetrics() {}

    static void count(SessionEvent event) {
        Metrics.counter("session.events", "type", event.getClass().getSimpleName(), "reason", reason(event))
                .increment();
    }

    static void count(Notice notice) {
        Metrics.counter("session.calls", "notice", notice.what().getClass().getSimpleName())
                .increment();
    }

    private static String reason(SessionEvent event) {
        return switch (event) {
            case SessionEvent.ParticipantLeft left -> left.reason().name().toLowerCase(Locale.ROOT);
            case SessionEvent.SessionEnded ended -> ended.reason().name().toLowerCase(Locale.ROOT);
            case SessionEvent.SessionStarted ignored -> NO_REASON;
            case SessionEvent.ParticipantJoined ignored -> NO_REASON;
            case SessionEvent.ParticipantUpdated ignored -> NO_REASON;
            case SessionEvent.VideoRequested ignored -> NO_REASON;
            case SessionEvent.SwitchedToVideo ignored -> NO_REASON;
            case SessionEvent.IdleWarning ignored -> NO_REASON;
            case SessionEvent.KeptAlive ignored -> NO_REASON;
            case SessionEvent.ForModerators ignored -> NO_REASON;
        };
    }
}
