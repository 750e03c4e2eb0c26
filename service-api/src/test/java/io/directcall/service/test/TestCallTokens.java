package io.directcall.service.test;

import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.SigningAlgorithm;
import io.directcall.contracts.token.SigningKey;
import io.directcall.contracts.topic.Topic;
import io.directcall.service.keys.NewKeys;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * Signs call tokens in place of token-service: makes a key, publishes it to the topic of signing keys and signs with it. The service
 * under test knows the key a moment later; wait until its {@code /q/health/ready} or the first request with a token succeeds.
 */
public final class TestCallTokens {
    private final PublicJsonWebKey key;

    private TestCallTokens(PublicJsonWebKey key) {
        this.key = key;
    }

    /** As {@link #start(String, String)} for the application under test, whose configuration it reads. */
    public static TestCallTokens start() {
        Config config = ConfigProvider.getConfig();
        return start(
                config.getValue("kafka.bootstrap.servers", String.class),
                config.getOptionalValue("directcall.topic-prefix", String.class).orElse(""));
    }

    /** Makes a key and publishes it; returns when Kafka has it. */
    public static TestCallTokens start(String bootstrapServers, String topicPrefix) {
        TestCallTokens tokens = unpublished();
        new TestTopic(bootstrapServers, topicPrefix, Topic.SIGNING_KEYS)
                .publish(tokens.key.getKeyId(), tokens.signingKey());
        return tokens;
    }

    /** Makes a key that nobody knows: its tokens are forged ones. */
    public static TestCallTokens unpublished() {
        return unpublished(SigningAlgorithm.ES256);
    }

    /** As {@link #unpublished()}, for another algorithm than the default. */
    public static TestCallTokens unpublished(SigningAlgorithm algorithm) {
        PublicJsonWebKey key = NewKeys.generate(algorithm);
        key.setKeyId("test-" + UUID.randomUUID());
        return new TestCallTokens(key);
    }

    /** A valid token for one hour. */
    public String token(String sessionId, String uid, Role role) {
        return builder().sessionId(sessionId).uid(uid).role(role).sign();
    }

    /** Starts a token whose parts can be changed, to make ones that must be refused. */
    public TestTokenBuilder builder() {
        return new TestTokenBuilder(key);
    }

    /** The public key as it is published. */
    public SigningKey signingKey() {
        return new SigningKey(key.getKeyId(), key.toJson(OutputControlLevel.PUBLIC_ONLY), Instant.now());
    }
}
