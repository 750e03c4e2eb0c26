package io.directcall.token.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.token.SigningKey;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * At each start loads the signing key, or makes it at the very first, and publishes it: the topic may be younger than the key. The start
 * waits for the database but not for Kafka; until Kafka has the key no token is signed and the service is not ready.
 */
@ApplicationScoped
public class KeyStart {
    private static final Logger LOG = Logger.getLogger(KeyStart.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);

    private final StoredKeys stored;
    private final ActiveKey active;
    private final MutinyEmitter<Record<String, String>> topic;
    private final ObjectMapper json;
    private volatile Cancellable publishing;

    /** Built by the container. */
    public KeyStart(
            StoredKeys stored,
            ActiveKey active,
            @Channel("signing-keys") MutinyEmitter<Record<String, String>> topic,
            ObjectMapper json) {
        this.stored = stored;
        this.active = active;
        this.topic = topic;
        this.json = json;
    }

    void start(@Observes StartupEvent started) throws Throwable {
        StoredKey key = VertxContextSupport.subscribeAndAwait(() -> stored.activeOr(SigningKeyPair.generate()));
        SigningKeyPair pair = key.pair();
        active.load(pair);
        Record<String, String> message = Record.of(pair.kid(), write(key, pair));
        publishing = publish(message).subscribe().with(done -> published(pair.kid()), this::gaveUp);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (publishing != null) {
            publishing.cancel();
        }
    }

    private Uni<Void> publish(Record<String, String> message) {
        return Uni.createFrom()
                .deferred(() -> topic.send(message))
                .onFailure()
                .invoke(away ->
                        LOG.warnf("kid=%s is not published, trying again: %s", message.key(), away.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely();
    }

    private void published(String kid) {
        active.markPublished();
        LOG.infof("kid=%s published", kid);
    }

    private void gaveUp(Throwable failure) {
        LOG.errorf(failure, "the signing key could not be published");
    }

    private String write(StoredKey key, SigningKeyPair pair) throws JsonProcessingException {
        return json.writeValueAsString(new SigningKey(pair.kid(), pair.publicJwk(), key.createdAt()));
    }
}
