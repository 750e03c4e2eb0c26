package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;
import org.jboss.logging.Logger;

/** One line for each change of a bridge. */
public final class BridgeLog {
    private static final Logger LOG = Logger.getLogger(BridgeLog.class);

    private BridgeLog() {}

    /** Writes the line. */
    public static void write(BridgeChange change) {
        BridgeView bridge = change.bridge();
        LOG.logf(
                level(bridge.state()),
                "bridge=%s url=%s region=%s state=%s before=%s reason=\"%s\"",
                bridge.id(),
                bridge.url(),
                bridge.region(),
                bridge.state(),
                change.before(),
                bridge.reason());
    }

    private static Logger.Level level(BridgeState state) {
        return switch (state) {
            case UNKNOWN, AVAILABLE, DRAINING, STOPPING, WITHDRAWN -> Logger.Level.INFO;
            case UNHEALTHY, QUARANTINED, UNREACHABLE -> Logger.Level.WARN;
        };
    }
}
