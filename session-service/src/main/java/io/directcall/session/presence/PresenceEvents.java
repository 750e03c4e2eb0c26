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

/** Hears from events-service whose streams open and close, and which of its replicas are alive. Repeats do no harm: they end with the same stream. */
@ApplicationScoped
class PresenceEvents {
    private final Sessions sessions;
    private final ReplicaTable replicas;
    private final ReadPresence read;
    private final ObjectMapper json;

    PresenceEvents(Sessions sessions, ReplicaTable replicas, ReadPresence read, ObjectMapper json) {
        this.sessions = sessions;
        this.replicas = replicas;
        this.read = read;
        this.json = json;
    }

    @Incoming("presence-events")
    Uni<Void> heard(ConsumerRecord<String, String> message) {
        PresenceEvent event = Messages.read(json, message, PresenceEvent.class);
        return event == null
                ? Uni.createFrom().voidItem()
                : new PatientHandling(Messages.name(message)).of(() -> handle(event, message.partition()));
    }

    private Uni<Void> handle(PresenceEvent event, int partition) {
        return switch (event) {
            case PresenceEvent.OfStream stream -> handle(stream);
            case PresenceEvent.ReplicaAlive alive ->
                replicas.heard(alive.replicaId()).chain(() -> read.handled(partition, alive.at()));
        };
    }

    /** The stream first, then its replica: whoever finds the replica dead and forgets it finds the stream too. */
    private Uni<Void> handle(PresenceEvent.OfStream event) {
        return sessions.tell(event.sessionId(), observation(event))
                .chain(() -> StreamNames.replicaOf(event.connectionId())
                        .map(replicas::heard)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
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
