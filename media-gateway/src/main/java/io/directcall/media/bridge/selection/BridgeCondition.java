package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeLoad;
import java.time.Instant;

/**
 * What is known of a bridge. {@link #after} is the only way from one condition to the next, {@link #state} the only place that says what a
 * condition means. A state is never remembered by itself: a bridge that is quarantined, told to drain and then restarts is at each moment
 * what the newest facts make of it, whatever the order in which they came.
 *
 * @param listed whether it is among the configured or discovered bridges
 * @param load its last report, null before the first
 * @param failures in a row, since the last report
 * @param failure why the last one failed, empty for none
 * @param quarantinedUntil {@link Instant#MIN} when it never was
 * @param quarantine why it is or was in quarantine
 */
record BridgeCondition(
        boolean listed, BridgeLoad load, int failures, String failure, Instant quarantinedUntil, String quarantine) {
    /** Moving its calls costs everyone in them a gap: a pause of the bridge, or of this gateway, must not look like its end. */
    static final int FAILURES_TO_GIVE_UP = 3;

    static BridgeCondition fresh(boolean listed) {
        return new BridgeCondition(listed, null, 0, "", Instant.MIN, "");
    }

    BridgeCondition after(BridgeSignal signal) {
        return switch (signal) {
            case BridgeSignal.Reported report ->
                new BridgeCondition(listed, report.load(), 0, "", quarantinedUntil, quarantine);
            case BridgeSignal.Failed failed ->
                new BridgeCondition(listed, load, failures + 1, failed.why(), quarantinedUntil, quarantine);
            case BridgeSignal.Listed now ->
                new BridgeCondition(true, load, failures, failure, quarantinedUntil, quarantine);
            case BridgeSignal.Withdrawn now ->
                new BridgeCondition(false, load, failures, failure, quarantinedUntil, quarantine);
            case BridgeSignal.Quarantined bad ->
                new BridgeCondition(listed, load, failures, failure, bad.until(), bad.why());
        };
    }

    /** The most urgent of what is the matter with it: first what its conferences must leave for, then what keeps new ones away. */
    BridgeState state(Instant now) {
        if (failures >= FAILURES_TO_GIVE_UP) {
            return BridgeState.UNREACHABLE;
        }
        if (now.isBefore(quarantinedUntil)) {
            return BridgeState.QUARANTINED;
        }
        if (load != null && load.stopping()) {
            return BridgeState.STOPPING;
        }
        if (load != null && load.draining()) {
            return BridgeState.DRAINING;
        }
        if (!listed) {
            return BridgeState.WITHDRAWN;
        }
        if (load == null) {
            return BridgeState.UNKNOWN;
        }
        return load.healthy() ? BridgeState.AVAILABLE : BridgeState.UNHEALTHY;
    }

    /** Why it is in a state, for people. */
    String reason(BridgeState state) {
        return switch (state) {
            case UNKNOWN -> "not asked yet";
            case AVAILABLE -> "answers and is well";
            case DRAINING -> "told to drain";
            case STOPPING -> "shuts down";
            case WITHDRAWN -> "not configured or discovered any more";
            case UNHEALTHY -> "its health check fails";
            case QUARANTINED -> quarantine + ", until " + quarantinedUntil;
            case UNREACHABLE -> failure;
        };
    }
}
