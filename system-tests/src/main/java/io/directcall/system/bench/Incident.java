package io.directcall.system.bench;

import io.directcall.system.suite.RunningSuite;
import java.util.Set;

/** What takes the conferences of a bridge away from it. */
enum Incident {
    /** {@code kill -9}, and the bridge stays away. */
    KILL,
    /** {@code kill -9}, and the launcher starts the bridge again at once. */
    CRASH,
    /** An operator empties the bridge. */
    DRAIN,
    /** An operator moves each of its conferences. */
    MOVE;

    void happen(RunningSuite suite, Bridges bridges, String bridge, Set<String> sessions) {
        switch (this) {
            case KILL -> suite.killForGood(bridge);
            case CRASH -> suite.kill(bridge);
            case DRAIN -> bridges.drain(bridge);
            case MOVE -> sessions.forEach(bridges::move);
        }
    }

    void undo(RunningSuite suite, Bridges bridges, String bridge) {
        switch (this) {
            case KILL -> suite.startAgain(bridge);
            case DRAIN -> bridges.undrain(bridge);
            case CRASH, MOVE -> {
                // Nothing is left of it.
            }
        }
    }
}
