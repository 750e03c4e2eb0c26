package io.directcall.service.revocation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.topic.Topic;
import io.directcall.service.ServiceConfig;
import io.directcall.service.topic.CompactedTopicReader;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Owns the reader of the revocations: starts it with the service and stops it at shutdown. */
@ApplicationScoped
public class RevocationsLifecycle {
    private final Revocations revocations = new Revocations(InstantSource.system());
    private final CompactedTopicReader<Revocation> reader;

    /** Built by the container. */
    public RevocationsLifecycle(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, ServiceConfig config, ObjectMapper json) {
        String topic = Topic.REVOCATIONS.nameWithPrefix(config.topicPrefix().orElse(""));
        this.reader = new CompactedTopicReader<>(kafka, topic, Revocation.class, revocations, json);
    }

    void start(@Observes StartupEvent started) {
        reader.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    @Produces
    @Singleton
    Revocations revocations() {
        return revocations;
    }

    /** A service that does not know yet what was revoked may accept no call token: it is not ready. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("revocations")
                .status(revocations.complete())
                .build();
    }
}
