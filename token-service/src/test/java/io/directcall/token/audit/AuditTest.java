package io.directcall.token.audit;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createCallToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.server;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditActor.Kind;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.session.Role;
import io.directcall.service.auth.SecretHash;
import io.directcall.service.test.TestAudit;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the topic of the audit says of what is done here. */
@QuarkusTest
class AuditTest {
    private static final AuditActor SERVER = new AuditActor(
            Kind.API_KEY, "config-" + SecretHash.of("test-api-key").hex().substring(0, 8), "127.0.0.1");

    private final TestAudit audit = new TestAudit();

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void tellsTheLifeOfAnAuthTokenWithoutTheToken() {
        // Given
        String uid = createUser();

        // When
        String token = createAuthToken(uid);
        server().delete("/v3/users/{uid}/auth_tokens/{token}", uid, token);
        server().delete("/v3/users/{uid}", uid);

        // Then
        String hash = SecretHash.of(token).hex();
        List<AuditEvent> written = written(uid, 3);
        assertThat(written)
                .containsExactly(
                        new AuditEvent.AuthTokenIssued(at(written, 0), SERVER, uid, hash),
                        new AuditEvent.AuthTokenRevoked(at(written, 1), SERVER, uid, hash),
                        new AuditEvent.UserDeleted(at(written, 2), SERVER, uid));
        assertThat(audit.texts()).noneMatch(text -> text.contains(token));
    }

    @Test
    void tellsOfEachTokenThatIsRevokedWithAllOthers() {
        // Given
        String uid = createUser();
        createAuthToken(uid);
        createAuthToken(uid);

        // When
        server().delete("/v3/users/{uid}/auth_tokens", uid);

        // Then
        assertThat(written(uid, 4).subList(2, 4)).allMatch(AuditEvent.AuthTokenRevoked.class::isInstance);
    }

    @Test
    void tellsWhoAskedForACallTokenAndForWhom() {
        // Given
        String uid = createUser();
        String authToken = createAuthToken(uid);

        // When
        String own = createCallToken(authToken, "room");
        Response forUser = server().header("onBehalfOf", uid)
                .body(Map.of("sessionId", "room", "role", "moderator"))
                .post("/v3/call_tokens");

        // Then
        assertThat(forUser.statusCode()).isEqualTo(200);
        List<AuditEvent.CallTokenIssued> issued = written(uid, 3).stream()
                .filter(AuditEvent.CallTokenIssued.class::isInstance)
                .map(AuditEvent.CallTokenIssued.class::cast)
                .toList();
        assertThat(issued)
                .extracting(AuditEvent.CallTokenIssued::by)
                .containsExactly(new AuditActor(Kind.USER, uid, "127.0.0.1"), SERVER);
        assertThat(issued)
                .extracting(AuditEvent.CallTokenIssued::role)
                .containsExactly(Role.PARTICIPANT, Role.MODERATOR);
        assertThat(audit.texts()).noneMatch(text -> text.contains(own));
    }

    @Test
    void tellsOfKeysThatAreMadeRevokedAndReplaced() {
        // When
        Response made = server().body(Map.of("scope", "authOnly")).post("/v3/api_keys");
        String id = made.path("data.id");
        String key = made.path("data.apiKey");
        server().delete("/v3/api_keys/{id}", id);
        String kid = server().post("/v3/signing_keys").path("data.kid");

        // Then
        List<AuditEvent> written = written(id, 2);
        assertThat(written)
                .containsExactly(
                        new AuditEvent.ApiKeyMade(at(written, 0), SERVER, id, ApiKeyScope.AUTH_ONLY),
                        new AuditEvent.ApiKeyRevoked(at(written, 1), SERVER, id));
        assertThat(written(kid, 1)).extracting(AuditEvent::by).containsExactly(SERVER);
        assertThat(audit.texts()).noneMatch(text -> text.contains(key));
    }

    @Test
    void tellsOfCallTokensThatAreRevokedAndOfBans() {
        // Given
        String uid = createUser();

        // When
        server().body(Map.of("uid", uid)).post("/v3/revocations");
        server().body(Map.of("uid", uid, "sessionId", "room", "ban", true)).post("/v3/revocations");
        server().queryParam("uid", uid).queryParam("sessionId", "room").delete("/v3/revocations");

        // Then
        List<AuditEvent> written = written(uid, 3);
        assertThat(written)
                .containsExactly(
                        new AuditEvent.CallTokensRevoked(at(written, 0), SERVER, null, uid, null, false),
                        new AuditEvent.CallTokensRevoked(at(written, 1), SERVER, null, uid, "room", true),
                        new AuditEvent.BanLifted(at(written, 2), SERVER, uid, "room"));
    }

    private List<AuditEvent> written(String subject, int count) {
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(audit.of(subject)).hasSize(count));
        return audit.of(subject);
    }

    private static Instant at(List<AuditEvent> written, int index) {
        return written.get(index).at();
    }
}
