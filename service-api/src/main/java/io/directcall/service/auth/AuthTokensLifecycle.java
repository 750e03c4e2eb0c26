package io.directcall.service.auth;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.topic.Topic;
import io.directcall.contracts.user.AuthToken;
import io.directcall.service.ServiceConfig;
import io.directcall.service.topic.CompactedTopicReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
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

/**
 * Owns the reader of the auth tokens, in the services that ask for it when they are built: the tokens of a large installation take memory
 * that the others need not spend.
 */
@ApplicationScoped
@IfBuildProperty(name = AuthTokensLifecycle.SWITCH, stringValue = "true")
public class AuthTokensLifecycle {
    /** Set to true in the {@code application.properties} of a service that takes auth tokens. */
    public static final String SWITCH = "directcall.takes-auth-tokens";

    private final AuthTokens tokens = new AuthTokens();
    private final CompactedTopicReader<AuthToken> reader;

    /** Built by the container. */
    public AuthTokensLifecycle(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ServiceConfig config,
            ObjectMapper json,
            MeterRegistry metrics) {
        String topic = Topic.AUTH_TOKENS.nameWithPrefix(config.topicPrefix().orElse(""));
        this.reader = new CompactedTopicReader<>(kafka, topic, AuthToken.class, tokens, json);
        Gauge.builder("auth.tokens", tokens, AuthTokens::size)
                .description("Auth tokens that are held in memory")
                .register(metrics);
    }

    void start(@Observes StartupEvent started) {
        reader.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    @Produces
    @Singleton
    AuthTokens authTokens() {
        return tokens;
    }

    /** A service that does not know the tokens yet can let no user in: it is not ready. */
    @Produces
    @Readiness
    @ApplicationScoped
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("auth-tokens")
                .status(tokens.complete())
                .build();
    }
}
