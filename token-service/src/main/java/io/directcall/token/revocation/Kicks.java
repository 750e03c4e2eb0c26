package io.directcall.token.revocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.token.Revocation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears from session-service who is kicked, and revokes that user's tokens for the session. Repeats do no harm. */
@ApplicationScoped
class Kicks {
    private static final Logger LOG = Logger.getLogger(Kicks.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);
    /** What every kick has; the many other events need not be parsed. */
    private static final String HINT = "\"kicked\"";

    private final RevocationTable table;
    private final ObjectMapper json;

    Kicks(RevocationTable table, ObjectMapper json) {
        this.table = table;
        this.json = json;
    }

    @Incoming("session-events")
    Uni<Void> heard(ConsumerRecord<String, String> message) {
        List<Revocation> revocations = revocations(message);
        return revocations.isEmpty() ? Uni.createFrom().voidItem() : revoke(message.key(), revocations);
    }

    private List<Revocation> revocations(ConsumerRecord<String, String> message) {
        if (message.value() == null || !message.value().contains(HINT)) {
            return List.of();
        }
        try {
            return RevocationRules.following(json.readValue(message.value(), SessionEvent.class));
        } catch (JsonProcessingException unusable) {
            LOG.warnf("session=%s event skipped: it is not what the topic carries", message.key());
            return List.of();
        }
    }

    /** While the database is away the message waits: else who was kicked could come back. */
    private Uni<Void> revoke(String sessionId, List<Revocation> revocations) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .deferred(() -> table.revoke(revocations))
                .runSubscriptionOn(attempt -> context.runOnContext(ignored -> attempt.run()))
                .onFailure()
                .invoke(away -> LOG.warnf("session=%s a kick waits: %s", sessionId, away.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely();
    }
}
