package io.directcall.token.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.token.SigningKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/** Tells the other services which keys there are. While Kafka is away it tries again until it is told to stop. */
@ApplicationScoped
public class KeyTopic {
    private static final Logger LOG = Logger.getLogger(KeyTopic.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LAST_RETRY = Duration.ofSeconds(10);

    private final MutinyEmitter<Record<String, String>> topic;
    private final ObjectMapper json;

    /** Built by the container. */
    public KeyTopic(@Channel("signing-keys") MutinyEmitter<Record<String, String>> topic, ObjectMapper json) {
        this.topic = topic;
        this.json = json;
    }

    /** Done when Kafka has the public key. */
    Uni<Void> publish(TimedKey key) {
        return send(Record.of(key.times().kid(), write(key)))
                .invoke(() -> LOG.infof(
                        "kid=%s published, signs from %s",
                        key.times().kid(), key.times().signsFrom()));
    }

    /** Done when Kafka has it that tokens of the key are valid no more. */
    Uni<Void> withdraw(String kid) {
        return send(Record.of(kid, null)).invoke(() -> LOG.infof("kid=%s withdrawn: its last token has expired", kid));
    }

    private Uni<Void> send(Record<String, String> message) {
        return Uni.createFrom()
                .deferred(() -> topic.send(message))
                .onFailure()
                .invoke(away -> LOG.warnf("kid=%s waits for Kafka: %s", message.key(), away.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely();
    }

    private String write(TimedKey key) {
        SigningKeyPair pair = key.pair();
        try {
            return json.writeValueAsString(
                    new SigningKey(pair.kid(), pair.publicJwk(), key.times().createdAt()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a signing key can be written as JSON", impossible);
        }
    }
}
