package io.directcall.service.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.topic.Topic;
import io.directcall.service.ServiceConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Owns the reader of the signing keys: starts it with the service and stops it at shutdown. */
@ApplicationScoped
public class SigningKeysLifecycle {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private final SigningKeys keys = new SigningKeys();
    private final SigningKeysReader reader;
    private volatile Thread thread;

    /** Built by the container. */
    public SigningKeysLifecycle(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, ServiceConfig config, ObjectMapper json) {
        String topic = Topic.SIGNING_KEYS.nameWithPrefix(config.topicPrefix().orElse(""));
        this.reader = new SigningKeysReader(kafka, topic, keys, json);
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().daemon().name("signing-keys").start(reader);
    }

    /** Waits for the thread, which else would log errors about classes and clients that are gone. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        reader.close();
        if (thread != null) {
            thread.join(LONGEST_STOP);
        }
    }

    @Produces
    @Singleton
    SigningKeys signingKeys() {
        return keys;
    }

    /** A service that does not know the keys yet would refuse valid tokens: it is not ready. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("signing-keys")
                .status(keys.complete())
                .build();
    }
}
