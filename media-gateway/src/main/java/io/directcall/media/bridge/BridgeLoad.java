package io.directcall.media.bridge;

/**
 * What a bridge says of itself.
 *
 * @param healthy its own health check passes
 * @param stress 0 idle, 1 overloaded; the bridge samples it every 10 s
 * @param draining it is to be left alone, though it would still take conferences
 * @param stopping it shuts down and refuses new conferences
 * @param region where it is, null when it does not say
 */
public record BridgeLoad(
        boolean healthy,
        double stress,
        int endpoints,
        int conferences,
        boolean draining,
        boolean stopping,
        String region) {}
