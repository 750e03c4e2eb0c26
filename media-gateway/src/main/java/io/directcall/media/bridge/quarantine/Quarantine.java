package io.directcall.media.bridge.quarantine;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.selection.BridgeDirectory;
import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Notices bridges that answer and yet fail their conferences. Two things count: a conference that the bridge should have and does not know,
 * and the loss of all endpoints at once, of which some ask for fresh ones. Browsers that crash, or calls that are over because all close
 * the page, are neither. Thread-safe.
 */
public final class Quarantine {
    private final BridgeDirectory directory;
    private final Clock clock;
    private final Hearing hearing = new Hearing();
    private final QuarantineTerms terms;

    public Quarantine(BridgeDirectory directory, QuarantineTerms terms, Clock clock) {
        this.directory = directory;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * The bridge does not know a conference.
     *
     * @param connected endpoints of the conference with which the bridge was connected. Without any, the bridge may have dropped the
     *     conference by right
     */
    public synchronized void conferenceUnknown(String bridge, long connected) {
        if (connected > 0) {
            begin(bridge, "does not know a conference that had " + connected + " connected endpoints");
        }
    }

    /**
     * What is known of a session of this replica.
     *
     * @param bridge null when the session is on none
     * @param hears endpoints that have answered, and whether the bridge hears them
     */
    public synchronized void observe(String sessionId, String bridge, Map<String, Boolean> hears) {
        hearing.update(sessionId, bridge, bridge == null ? Map.of() : hears, clock.instant());
        if (bridge != null) {
            judge(bridge);
        }
    }

    /** A participant of a session of this replica does not hear its bridge, and asks for a fresh endpoint. */
    public synchronized void restartAsked(String sessionId, String participantId) {
        String bridge = hearing.asks(sessionId, participantId);
        if (bridge != null) {
            judge(bridge);
        }
    }

    private void judge(String bridge) {
        int together = hearing.lostTogether(bridge, clock.instant());
        if (together > 0) {
            begin(bridge, "lost all " + together + " endpoints at once");
        }
    }

    /** Forgets sessions that another replica owns now. */
    public synchronized void retain(Predicate<String> sessions) {
        hearing.retain(sessions);
    }

    private void begin(String bridge, String why) {
        // One that does not answer is left anyway, and what it lost is no wonder.
        if (directory.state(bridge) != BridgeState.UNREACHABLE) {
            terms.begin(bridge, clock.instant()).ifPresent(until -> directory.quarantine(bridge, until, why));
        }
    }
}
