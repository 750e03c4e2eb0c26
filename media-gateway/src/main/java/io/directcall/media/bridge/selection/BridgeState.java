package io.directcall.media.bridge.selection;

import io.directcall.media.bridge.BridgeLoad;

/** Whether a bridge may take conferences, and why not. */
public enum BridgeState {
    /** Not heard of since this gateway started. */
    UNKNOWN,
    AVAILABLE,
    /** An operator wants it empty. */
    DRAINING,
    /** It shuts down. */
    STOPPING,
    /** It answers, and says that it is not well. */
    UNHEALTHY,
    /** It did not answer three times in a row. */
    UNREACHABLE;

    static BridgeState of(BridgeLoad load) {
        if (!load.healthy()) {
            return UNHEALTHY;
        }
        if (load.stopping()) {
            return STOPPING;
        }
        return load.draining() ? DRAINING : AVAILABLE;
    }
}
