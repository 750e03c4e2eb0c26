package io.directcall.events.stream;

import io.directcall.contracts.presence.PresenceEvent.SubscriberConnected;
import io.directcall.contracts.presence.PresenceEvent.SubscriberGone;
import io.directcall.events.presence.PresencePublisher;
import io.directcall.events.presence.Replica;
import io.directcall.events.subscription.Listener;
import io.directcall.events.subscription.SessionListener;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Says when a participant's stream opens and closes. */
@Singleton
public class StreamPresence {

    /** One stream, from its opening to its close. */
    interface Visit {
        /** The stream has closed. */
        void leave();
    }

    private final PresencePublisher publisher;
    private final Replica replica;
    private final InstantSource clock;

    /** Built by the container. */
    public StreamPresence(PresencePublisher publisher, Replica replica, InstantSource clock) {
        this.publisher = publisher;
        this.replica = replica;
        this.clock = clock;
    }

    /** A stream has opened; that of an observer or of a user's device is nobody's presence in a session. */
    Visit enter(Listener listener) {
        return listener instanceof SessionListener participant && participant.isParticipant()
                ? enter(participant)
                : () -> {};
    }

    private Visit enter(SessionListener participant) {
        String sessionId = participant.sessionId();
        String participantId = participant.participantId();
        String connectionId = replica.newConnectionId();
        publisher.publish(
                new SubscriberConnected(sessionId, participantId, participant.uid(), connectionId, clock.instant()));
        return () -> publisher.publish(
                new SubscriberGone(sessionId, participantId, participant.uid(), connectionId, clock.instant()));
    }
}
