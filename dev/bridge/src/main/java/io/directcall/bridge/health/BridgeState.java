package io.directcall.bridge.health;

/** What operators told the bridge to do. Thread-safe. */
public final class BridgeState {
    private volatile boolean drain;
    private volatile boolean gracefulShutdown;
    private volatile boolean shuttingDown;

    /** Only a flag: the bridge goes on taking conferences, it is for others to obey it. */
    public void drain(boolean value) {
        drain = value;
    }

    public boolean isDraining() {
        return drain;
    }

    /** New conferences are refused from now on. */
    public void shutDownGracefully() {
        gracefulShutdown = true;
    }

    public boolean isInGracefulShutdown() {
        return gracefulShutdown;
    }

    public void shutDown() {
        shuttingDown = true;
    }

    public boolean isShuttingDown() {
        return shuttingDown;
    }
}
