package io.directcall.service.test;

import io.directcall.contracts.topic.Topic;
import io.directcall.contracts.user.AuthToken;
import io.directcall.contracts.user.User;
import io.directcall.service.auth.SecretHash;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes users and auth tokens in place of token-service, by publishing them. The service under test knows them a moment later; a request
 * with a new token waits for it by itself, once {@code /q/health/ready} answers 200.
 */
public final class TestAuthTokens {
    private final TestTopic tokens;
    private final TestTopic users;

    private TestAuthTokens(String bootstrapServers, String topicPrefix) {
        this.tokens = new TestTopic(bootstrapServers, topicPrefix, Topic.AUTH_TOKENS);
        this.users = new TestTopic(bootstrapServers, topicPrefix, Topic.USERS);
    }

    /** For the application under test, whose configuration it reads. */
    public static TestAuthTokens start() {
        Config config = ConfigProvider.getConfig();
        return start(
                config.getValue("kafka.bootstrap.servers", String.class),
                config.getOptionalValue("directcall.topic-prefix", String.class).orElse(""));
    }

    /** For applications with this broker and prefix. */
    public static TestAuthTokens start(String bootstrapServers, String topicPrefix) {
        return new TestAuthTokens(bootstrapServers, topicPrefix);
    }

    /** A token that looks like a good one and that nobody knows. */
    public static String unpublished() {
        return AuthToken.START + UUID.randomUUID();
    }

    /** Publishes a user whose name is the uid. */
    public void createUser(String uid) {
        users.publish(uid, new User(uid, uid, null));
    }

    /** Publishes that the user is gone; its tokens stay until they are revoked. */
    public void deleteUser(String uid) {
        users.publish(uid, null);
    }

    /** Publishes a new token of the user, who need not exist; returns it when Kafka has it. */
    public String token(String uid) {
        String token = unpublished();
        publish(token, uid);
        return token;
    }

    /** Publishes this token as the user's. */
    public void publish(String token, String uid) {
        String hash = SecretHash.of(token).hex();
        tokens.publish(hash, new AuthToken(hash, uid, Instant.now()));
    }

    /** Publishes that the token is not valid any more. */
    public void revoke(String token) {
        tokens.publish(SecretHash.of(token).hex(), null);
    }
}
