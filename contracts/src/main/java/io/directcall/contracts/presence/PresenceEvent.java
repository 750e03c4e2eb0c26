package io.directcall.contracts.presence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** A participant's event stream opened or closed. A participant may have several streams for a moment, while it reconnects. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PresenceEvent.SubscriberConnected.class, name = "SubscriberConnected"),
    @JsonSubTypes.Type(value = PresenceEvent.SubscriberGone.class, name = "SubscriberGone"),
})
public sealed interface PresenceEvent {
    String sessionId();

    String participantId();

    /** The user of the stream's token; session-service ignores the message when the participant is another user's. */
    String uid();

    /** Names the stream, unique over all replicas of events-service. */
    String connectionId();

    Instant at();

    record SubscriberConnected(String sessionId, String participantId, String uid, String connectionId, Instant at)
            implements PresenceEvent {}

    record SubscriberGone(String sessionId, String participantId, String uid, String connectionId, Instant at)
            implements PresenceEvent {}
}
