package io.directcall.session.presence;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.presence.PresenceEvent;
import io.directcall.session.message.Messages;
import io.directcall.session.message.PatientHandling;
import io.directcall.session.rules.SessionCommand.Observation;
import io.directcall.session.rules.SessionCommand.StreamClosed;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import io.directcall.session.store.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from events-service whose streams open and close. Repeats do no harm: they end with the same stream. */
@ApplicationScoped
class PresenceEvents {
    private final Sessions sessions;
    private final ObjectMapper json;

    PresenceEvents(Sessions sessions, ObjectMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    @Incoming("presence-events")
    Uni<Void> heard(ConsumerRecord<String, String> message) {
        PresenceEvent event = Messages.read(json, message, PresenceEvent.class);
        return switch (event) {
            case PresenceEvent.OfStream stream ->
                new PatientHandling(Messages.name(message))
                        .of(() -> sessions.tell(stream.sessionId(), observation(stream))
                                .replaceWithVoid());
            case PresenceEvent.ReplicaAlive ignored -> Uni.createFrom().voidItem();
            case null -> Uni.createFrom().voidItem();
        };
    }

    private static Observation observation(PresenceEvent.OfStream event) {
        return switch (event) {
            case PresenceEvent.SubscriberConnected opened ->
                new StreamOpened(opened.participantId(), opened.uid(), opened.connectionId());
            case PresenceEvent.SubscriberGone gone ->
                new StreamClosed(gone.participantId(), gone.uid(), gone.connectionId());
        };
    }
}
