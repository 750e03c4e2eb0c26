package io.directcall.token.catchup;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.newUid;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.service.apikey.PublishedApiKeys;
import io.directcall.service.auth.AuthTokens;
import io.directcall.service.auth.SecretHash;
import io.directcall.service.test.TestAuthTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users and auth tokens of a version that published none. */
@QuarkusTest
class CatchUpTest {
    @Inject
    CatchUp catchUp;

    @Inject
    AuthTokens known;

    @Inject
    PublishedApiKeys apiKeys;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.flyway.out-of-order")
    boolean outOfOrder;

    @BeforeEach
    void awaitTheTopic() {
        Awaitility.await().until(() -> known.complete() && apiKeys.complete());
    }

    @Test
    void publishesWhatWasStoredBefore() throws Throwable {
        // Given
        String uid = newUid();
        String token = TestAuthTokens.unpublished();
        insertOld("public", uid, token);

        // When
        catchUp();

        // Then
        assertThat(known.find(token).await().indefinitely()).contains(uid);
        assertThat(unpublished("public")).isZero();
    }

    @Test
    void publishesApiKeysThatKafkaLostAndNoneThatWasRevoked() throws Throwable {
        // Given
        SecretHash revoked = insertLostApiKey("now()");
        SecretHash valid = insertLostApiKey("null");

        // When
        catchUp();

        // Then
        assertThat(apiKeys.await(valid).await().indefinitely()).isPresent();
        assertThat(apiKeys.find(revoked)).isEmpty();
        assertThat(count("select count(*) from api_keys where not published and revoked_at is null"))
                .isZero();
    }

    @Test
    void leavesNothingToDoForNewOnes() throws Exception {
        // When
        createAuthToken(createUser());

        // Then
        assertThat(unpublished("public")).isZero();
    }

    @Test
    void takesUpTheDatabaseOfAnOlderVersion() throws Exception {
        // Given
        String schema = "upgrade_" + System.nanoTime();
        flyway(schema, "filesystem:src/main/resources/db/migration", "2026.01.02.1")
                .migrate();
        insertOld(schema, newUid(), TestAuthTokens.unpublished());

        // When
        flyway(schema, "classpath:db/migration", "latest").migrate();

        // Then
        assertThat(unpublished(schema)).isEqualTo(2);
        assertThat(count("select count(*) from " + schema + ".outbox")).isZero();
    }

    private void catchUp() throws Throwable {
        VertxContextSupport.subscribeAndAwait(catchUp::publishWhatWasNot);
    }

    private Flyway flyway(String schema, String location, String target) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .locations(location)
                .target(target)
                .outOfOrder(outOfOrder)
                .load();
    }

    private void insertOld(String schema, String uid, String token) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into %s.users (uid, name, created_at, updated_at) values ('%s', 'Old', now(), now())""".formatted(schema, uid));
            statement.execute("""
                    insert into %s.auth_tokens (hash, uid, prefix, created_at) values ('\\x%s', '%s', 'dca_', now())""".formatted(schema, SecretHash.of(token).hex(), uid));
        }
    }

    private SecretHash insertLostApiKey(String revokedAt) throws SQLException {
        SecretHash hash = SecretHash.of("dck_" + UUID.randomUUID());
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into api_keys (id, hash, prefix, scope, created_at, revoked_at, published)
                    values (gen_random_uuid(), '\\x%s', 'dck_', 'AUTH_ONLY', now(), %s, false)""".formatted(hash.hex(), revokedAt));
        }
        return hash;
    }

    private long unpublished(String schema) throws SQLException {
        return count("select (select count(*) from %1$s.users where not published)"
                .concat(" + (select count(*) from %1$s.auth_tokens where not published)")
                .formatted(schema));
    }

    private long count(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
