package io.directcall.service.knowledge;

import io.directcall.contracts.apikey.ApiKey;
import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.token.SigningKey;
import io.directcall.contracts.topic.Topic;
import io.directcall.contracts.user.AuthToken;
import io.directcall.service.apikey.PublishedApiKeys;
import io.directcall.service.auth.AuthTokens;
import io.directcall.service.keys.SigningKeys;
import io.directcall.service.revocation.Revocations;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.health.Readiness;

/** Which topics are held in memory, and as what. */
@Singleton
class KnowledgeBeans {
    @Produces
    @Singleton
    SigningKeys signingKeys() {
        return new SigningKeys();
    }

    @Produces
    @Readiness
    @Singleton
    KnownTopic<SigningKey> signingKeysTopic(Readers readers, SigningKeys view) {
        return readers.known(Topic.SIGNING_KEYS, SigningKey.class, view);
    }

    @Produces
    @Singleton
    Revocations revocations() {
        return new Revocations(InstantSource.system());
    }

    @Produces
    @Readiness
    @Singleton
    KnownTopic<Revocation> revocationsTopic(Readers readers, Revocations view) {
        return readers.known(Topic.REVOCATIONS, Revocation.class, view);
    }

    @Produces
    @Singleton
    PublishedApiKeys publishedApiKeys() {
        return new PublishedApiKeys();
    }

    @Produces
    @Readiness
    @Singleton
    KnownTopic<ApiKey> apiKeysTopic(Readers readers, PublishedApiKeys view) {
        return readers.known(Topic.API_KEYS, ApiKey.class, view);
    }

    @Produces
    @Singleton
    @IfBuildProperty(name = AuthTokens.SWITCH, stringValue = "true")
    AuthTokens authTokens(MeterRegistry metrics) {
        AuthTokens tokens = new AuthTokens();
        Gauge.builder("auth.tokens", tokens, AuthTokens::size)
                .description("Auth tokens that are held in memory")
                .register(metrics);
        return tokens;
    }

    @Produces
    @Readiness
    @Singleton
    @IfBuildProperty(name = AuthTokens.SWITCH, stringValue = "true")
    KnownTopic<AuthToken> authTokensTopic(Readers readers, AuthTokens view) {
        return readers.known(Topic.AUTH_TOKENS, AuthToken.class, view);
    }
}
