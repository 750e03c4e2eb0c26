package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;

/**
 * A bridge as operators see it.
 *
 * @param id host and port of its URL
 * @param stress as last reported, 0 idle, 1 overloaded
 * @param endpoints as last reported, those of other gateways included
 */
public record BridgeView(String id, String url, BridgeState state, double stress, int endpoints) {}
