package io.directcall.session.presence;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.session.message.Messages;
import io.directcall.session.message.PatientHandling;
import io.directcall.session.rules.SessionCommand.MediaFound;
import io.directcall.session.rules.SessionCommand.MediaLost;
import io.directcall.session.rules.SessionCommand.Observation;
import io.directcall.session.store.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears from media-gateway whose media the bridges receive. Repeats are dropped by their {@code seq}. */
@ApplicationScoped
class MediaEvents {
    private final Sessions sessions;
    private final ObjectMapper json;

    MediaEvents(Sessions sessions, ObjectMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    @Incoming("media-events")
    Uni<Void> heard(ConsumerRecord<String, String> message) {
        MediaEvent event = Messages.read(json, message, MediaEvent.class);
        Optional<Observation> observation = event == null ? Optional.empty() : observation(event);
        if (observation.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return new PatientHandling(Messages.name(message))
                .of(() -> sessions.tell(event.sessionId(), observation.get()).replaceWithVoid());
    }

    /** Empty for what says nothing about connections: most media events cost no transaction here. */
    private static Optional<Observation> observation(MediaEvent event) {
        return switch (event) {
            case MediaEvent.EndpointConnected found -> Optional.of(new MediaFound(found.participantId(), found.seq()));
            case MediaEvent.EndpointLost lost -> Optional.of(new MediaLost(lost.participantId(), lost.seq()));
            case MediaEvent.OfferReady ignored -> Optional.empty();
            case MediaEvent.MediaWaiting ignored -> Optional.empty();
            case MediaEvent.DominantSpeakerChanged ignored -> Optional.empty();
            case MediaEvent.ConnectionQualityChanged ignored -> Optional.empty();
            case MediaEvent.ConferenceMoved ignored -> Optional.empty();
        };
    }
}
