package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;

/**
 * A bridge is not what it was.
 *
 * @param bridge as it is now
 */
public record BridgeChange(BridgeState before, BridgeView bridge) {}
