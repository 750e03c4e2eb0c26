package io.directcall.contracts.presence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What events-service says about the event streams of participants and about itself. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PresenceEvent.SubscriberConnected.class, name = "SubscriberConnected"),
    @JsonSubTypes.Type(value = PresenceEvent.SubscriberGone.class, name = "SubscriberGone"),
    @JsonSubTypes.Type(value = PresenceEvent.ReplicaAlive.class, name = "ReplicaAlive"),
})
public sealed interface PresenceEvent {
    /** When it was said, by the clock of the replica of events-service. */
    Instant at();

    /**
     * A participant's event stream opened or closed. A participant may have several streams for a moment, while it reconnects. Key:
     * session id.
     */
    sealed interface OfStream extends PresenceEvent {
        String sessionId();

        String participantId();

        /** The user of the stream's token; session-service ignores the message when the participant is another user's. */
        String uid();

        /** Names the stream, unique over all replicas of events-service: {@code <id of the replica>:<id of the stream there>}. */
        String connectionId();
    }

    record SubscriberConnected(String sessionId, String participantId, String uid, String connectionId, Instant at)
            implements OfStream {}

    record SubscriberGone(String sessionId, String participantId, String uid, String connectionId, Instant at)
            implements OfStream {}

    /**
     * A replica of events-service runs. Said every few seconds in each partition: when it falls silent, all its streams are gone, and
     * whoever hears it has heard all that it said before in that partition. Key: id of the replica.
     *
     * @param replicaId made anew by each start of a process, without a colon
     */
    record ReplicaAlive(String replicaId, Instant at) implements PresenceEvent {}
}
