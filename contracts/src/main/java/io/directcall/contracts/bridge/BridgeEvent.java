package io.directcall.contracts.bridge;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Something that happened to a bridge. For operators' tools: no service of the suite depends on it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BridgeEvent.BridgeStateChanged.class, name = "BridgeStateChanged"),
})
public sealed interface BridgeEvent {
    /** Host and port of the bridge's private REST interface, as in {@code GET /v3/bridges}. */
    String bridgeId();

    /** When it was noticed, by the clock of media-gateway. */
    Instant at();

    /**
     * A bridge may take conferences or not, and why.
     *
     * @param url of its private REST interface
     * @param region as the bridge reports it, null when it reports none
     * @param state as it is now
     * @param reason what was seen, for people
     */
    record BridgeStateChanged(String bridgeId, Instant at, String url, String region, BridgeState state, String reason)
            implements BridgeEvent {}
}
