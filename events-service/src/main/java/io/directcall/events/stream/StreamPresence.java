package io.directcall.events.stream;

import io.directcall.contracts.presence.PresenceEvent.SubscriberConnected;
import io.directcall.contracts.presence.PresenceEvent.SubscriberGone;
import io.directcall.events.presence.PresencePublisher;
import io.directcall.events.subscription.Listener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** Says when a participant's stream opens and closes. */
@Singleton
public class StreamPresence {

    /** One stream, from its opening to its close. */
    interface Visit {
        /** The stream has closed. */
        void leave();
    }

    private final PresencePublisher publisher;

    /** Built by the container. */
    public StreamPresence(PresencePublisher publisher) {
        this.publisher = publisher;
    }

    /** A stream has opened; that of an observer is nobody's presence. */
    Visit enter(Listener listener) {
        if (!listener.isParticipant()) {
            return () -> {};
        }
        String connectionId = UUID.randomUUID().toString();
        publisher.publish(new SubscriberConnected(
                listener.sessionId(), listener.participantId(), listener.uid(), connectionId, Instant.now()));
        return () -> publisher.publish(new SubscriberGone(
                listener.sessionId(), listener.participantId(), listener.uid(), connectionId, Instant.now()));
    }
}
