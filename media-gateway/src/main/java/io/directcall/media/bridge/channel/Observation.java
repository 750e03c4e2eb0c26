package io.directcall.media.bridge.channel;

import io.directcall.contracts.media.ConnectionQuality;

/** What a bridge said of an endpoint. */
public sealed interface Observation {
    String endpointId();

    /** What is passed on, after repeats and what comes too often were left out. */
    sealed interface Passed extends Observation {}

    /** The bridge hears from it, or does not any more. */
    record Connectivity(String endpointId, boolean active) implements Passed {}

    /** It is the main speaker. */
    record Speaker(String endpointId) implements Passed {}

    /** What the bridge estimates to get through to it, in kbit/s. */
    record Downlink(String endpointId, int kbps) implements Observation {}

    /** The way from the bridge to it became better or worse. */
    record Quality(String endpointId, ConnectionQuality quality, int kbps) implements Passed {}
}
