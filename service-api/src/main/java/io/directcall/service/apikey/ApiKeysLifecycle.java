package io.directcall.service.apikey;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.apikey.ApiKey;
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
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Owns the reader of the API keys: starts it with the service and stops it at shutdown. */
@ApplicationScoped
public class ApiKeysLifecycle {
    private final PublishedApiKeys keys = new PublishedApiKeys();
    private final CompactedTopicReader<ApiKey> reader;

    /** Built by the container. */
    public ApiKeysLifecycle(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, ServiceConfig config, ObjectMapper json) {
        String topic = Topic.API_KEYS.nameWithPrefix(config.topicPrefix().orElse(""));
        this.reader = new CompactedTopicReader<>(kafka, topic, ApiKey.class, keys, json);
    }

    void start(@Observes StartupEvent started) {
        reader.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    @Produces
    @Singleton
    PublishedApiKeys publishedApiKeys() {
        return keys;
    }

    /** A service that does not know the keys yet can't tell a good one from a bad one: it is not ready. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck ready() {
        return () ->
                HealthCheckResponse.named("api-keys").status(keys.complete()).build();
    }
}
