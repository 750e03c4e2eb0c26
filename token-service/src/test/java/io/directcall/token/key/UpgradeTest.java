package io.directcall.token.key;

import static io.directcall.token.Api.createAuthToken;
import static io.directcall.token.Api.createCallToken;
import static io.directcall.token.Api.createUser;
import static io.directcall.token.Api.server;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallUser;
import io.directcall.token.call.CallTokenSigner;
import io.directcall.token.call.Grant;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jose4j.jwx.JsonWebStructure;
import org.junit.jupiter.api.Test;

/** A start on the database of a version that had one key, in clear. */
@QuarkusTest
@TestProfile(UpgradeTest.OldDatabase.class)
class UpgradeTest {
    private static final String KID = "9PqDIzOTBVrIi0haCbeyn5CIH6hLnEEU1ds-U3rJyPU";
    private static final String JWK = """
            {"kty":"EC","kid":"9PqDIzOTBVrIi0haCbeyn5CIH6hLnEEU1ds-U3rJyPU","use":"sig","alg":"ES256","x":"1T3biyU8doRyOo8rxF6hYms-xsqqIxpge-jv_uqUm8Q","y":"04iI21RXn3dy7L4MfqOufOYakCY4wlni2a3YkulM56A","crv":"P-256","d":"y7ylkmxe6vJEr9JwsV0f3VCk7mGFlYgcTfOB6oqRyMM"}""";

    /** Has the row of {@code db/old-key} when the migration of keys begins. */
    public static final class OldDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.flyway.locations", "db/migration,db/old-key");
        }
    }

    @Inject
    KeyRing ring;

    @Inject
    Mutiny.SessionFactory database;

    @Test
    void theOldKeySignsOnWithItsAge() throws Exception {
        // When
        String token = createCallToken(createAuthToken(createUser()), "s");

        // Then
        assertThat(JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue())
                .isEqualTo(KID);
        assertThat(ring.times()).singleElement().satisfies(times -> {
            assertThat(times.createdAt())
                    .isCloseTo(Instant.now().minus(Duration.ofDays(10)), within(1, ChronoUnit.HOURS));
            assertThat(times.signsFrom()).isEqualTo(times.createdAt());
        });
        server().get("/v3/signing_keys")
                .then()
                .body("data.kid", contains(KID))
                .body("data[0].state", equalTo("signing"));
    }

    @Test
    void theOldKeyIsEncrypted() throws Throwable {
        // When
        List<String> stored = VertxContextSupport.subscribeAndAwait(() -> database.withSession(
                session -> session.createNativeQuery("select encrypted_jwk from signing_keys", String.class)
                        .getResultList()));

        // Then
        assertThat(stored).singleElement().asString().startsWith("eyJhbGciOiJkaXIi");
    }

    @Test
    void whatTheOldKeySignedBeforeIsValid() {
        // Given
        InstantSource anHourAgo = InstantSource.offset(InstantSource.system(), Duration.ofHours(-1));
        var before = new CallTokenSigner("direct-call", Duration.ofHours(6), anHourAgo);
        var grant = new Grant("s", Role.PARTICIPANT, Optional.<Set<TrackKind>>empty());
        String token = before.sign(SigningKeyPair.parse(JWK), new CallUser("ada", "Ada", null), grant, Instant.EPOCH)
                .jwt();

        // When / Then
        given().header("callToken", token).get("/v3/call_tokens").then().statusCode(200);
    }
}
