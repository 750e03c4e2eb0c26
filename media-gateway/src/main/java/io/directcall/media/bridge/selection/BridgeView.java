package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;
import java.time.Instant;

/**
 * A bridge as operators see it. What it reports is as of its last report, other gateways' share included.
 *
 * @param id host and port of its URL
 * @param region as it reports it, null when it reports none
 * @param reason why it is in its state
 * @param since when it got into its state, by this replica's clock
 * @param stress 0 idle, 1 overloaded
 */
public record BridgeView(
        String id,
        String url,
        String region,
        BridgeState state,
        String reason,
        Instant since,
        double stress,
        int endpoints,
        int conferences) {}
