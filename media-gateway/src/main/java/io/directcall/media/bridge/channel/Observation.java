package io.directcall.media.bridge.channel;

/** What a bridge said of an endpoint. */
public sealed interface Observation {
    String endpointId();

    /** The bridge hears from it, or does not any more. */
    record Connectivity(String endpointId, boolean active) implements Observation {}

    /** It is the main speaker. */
    record Speaker(String endpointId) implements Observation {}
}
