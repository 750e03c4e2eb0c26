package io.directcall.service.security;

import static io.directcall.contracts.error.ErrorCode.AUTH_ERR_EMPTY_CALL_TOKEN;
import static io.directcall.contracts.error.ErrorCode.AUTH_ERR_TOKEN_EXPIRED;
import static io.directcall.contracts.error.ErrorCode.AUTH_ERR_TOKEN_INVALID_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.error.ApiException;
import io.directcall.service.keys.SigningKeys;
import io.directcall.service.revocation.Revocations;
import io.directcall.service.test.TestCallTokens;
import io.directcall.service.test.TestTokenBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTokenVerifierTest {
    private final SigningKeys keys = new SigningKeys();
    private final TestCallTokens tokens = TestCallTokens.unpublished();
    private final Revocations revocations = new Revocations(InstantSource.system());
    private final CallTokenVerifier verifier =
            new CallTokenVerifier(keys, revocations, "direct-call", InstantSource.system());

    @BeforeEach
    void publish() {
        keys.add(tokens.signingKey());
        keys.markComplete();
        revocations.markComplete();
    }

    @Test
    void readsAValidToken() {
        // Given
        String jwt = tokens.token("room", "bob", Role.MODERATOR);

        // When
        CallToken token = verifier.verify(jwt);

        // Then
        assertThat(token.sessionId()).isEqualTo("room");
        assertThat(token.user().uid()).isEqualTo("bob");
        assertThat(token.role()).isEqualTo(Role.MODERATOR);
        assertThat(token.expiresAt()).isAfter(Instant.now());
        assertThat(token.tokenId()).isNotBlank();
    }

    @Test
    void whatIsSentIsAllThatTheRoleAllowsWhenTheTokenDoesNotSay() {
        // Given
        String jwt = tokens.token("room", "bob", Role.PARTICIPANT);

        // When
        CallToken token = verifier.verify(jwt);

        // Then
        assertThat(token.publishes()).containsExactly(TrackKind.values());
    }

    static Stream<Arguments> publishes() {
        return Stream.of(
                Arguments.of(Role.PARTICIPANT, List.of(), Set.of()),
                Arguments.of(Role.PARTICIPANT, List.of("screen", "audio"), Set.of(TrackKind.AUDIO, TrackKind.SCREEN)),
                Arguments.of(Role.MODERATOR, List.of("camera", "camera"), Set.of(TrackKind.CAMERA)),
                Arguments.of(Role.VIEWER, List.of("audio"), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("publishes")
    void readsWhatIsSent(Role role, List<String> claim, Set<TrackKind> publishes) {
        // Given
        String jwt = tokens.builder().role(role).claim("publish", claim).sign();

        // When
        CallToken token = verifier.verify(jwt);

        // Then
        assertThat(token.publishes()).isEqualTo(publishes);
    }

    @Test
    void toleratesClocksThatDifferALittle() {
        // Given
        String jwt = tokens.builder()
                .issuedAt(Instant.now().minusSeconds(60))
                .expiresAt(Instant.now().minusSeconds(20))
                .sign();

        // When
        CallToken token = verifier.verify(jwt);

        // Then
        assertThat(token.sessionId()).isEqualTo("session");
    }

    @Test
    void asksToComeBackWhileKeysAreStillRead() {
        // Given
        var starting = new CallTokenVerifier(new SigningKeys(), revocations, "direct-call", InstantSource.system());
        String jwt = tokens.token("room", "bob", Role.PARTICIPANT);

        // When
        var refusal = catchThrowableOfType(ApiException.class, () -> starting.verify(jwt));

        // Then
        assertThat(refusal.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE);
    }

    @Test
    void asksToComeBackWhileRevocationsAreStillRead() {
        // Given
        var starting = new CallTokenVerifier(
                keys, new Revocations(InstantSource.system()), "direct-call", InstantSource.system());
        String jwt = tokens.token("room", "bob", Role.PARTICIPANT);

        // When
        var refusal = catchThrowableOfType(ApiException.class, () -> starting.verify(jwt));

        // Then
        assertThat(refusal.code()).isEqualTo(ErrorCode.ERR_UNAVAILABLE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void tellsAMissingToken(String jwt) {
        assertThat(refusal(jwt)).isEqualTo(AUTH_ERR_EMPTY_CALL_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "a.b.c.d.e", "{}", "eyJhbGciOiJub25lIn0.e30."})
    void refusesWhatIsNoToken(String jwt) {
        assertThat(refusal(jwt)).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void refusesAnEndlessToken() {
        assertThat(refusal("a".repeat(100_000))).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void tellsAnExpiredToken() {
        assertThat(refusal(tokens.builder().expired().sign())).isEqualTo(AUTH_ERR_TOKEN_EXPIRED);
    }

    @Test
    void refusesATokenOfAnUnknownKey() {
        assertThat(refusal(TestCallTokens.unpublished().token("room", "bob", Role.VIEWER)))
                .isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void refusesAForgedTokenThatNamesAKnownKey() {
        // Given
        String forged = TestCallTokens.unpublished()
                .builder()
                .kid(tokens.signingKey().kid())
                .sign();

        // When / Then
        assertThat(refusal(forged)).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void refusesAnExpiredForgedTokenAsForged() {
        assertThat(refusal(TestCallTokens.unpublished().builder().expired().sign()))
                .isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void refusesChangedClaims() {
        // Given
        String[] one = tokens.token("room", "bob", Role.PARTICIPANT).split("\\.", -1);
        String[] other = tokens.token("room", "bob", Role.MODERATOR).split("\\.", -1);

        // When / Then
        assertThat(refusal(one[0] + "." + other[1] + "." + one[2])).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void refusesAPublicKeyUsedAsSecret() {
        // Given
        byte[] publicKey = tokens.signingKey().jwk().repeat(2).getBytes(StandardCharsets.UTF_8);
        String confused =
                tokens.builder().algorithm("HS256", new HmacKey(publicKey)).sign();

        // When / Then
        assertThat(refusal(confused)).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong("no signature", token -> token.algorithm("none", null)),
                wrong("another type", token -> token.type("JWT")),
                wrong("no type", token -> token.type(null)),
                wrong("no key id", token -> token.kid(null)),
                wrong("another issuer", token -> token.issuer("someone")),
                wrong("another audience", token -> token.audience("someone")),
                wrong("no audience", token -> token.claim("aud", null)),
                wrong("no expiry", token -> token.claim("exp", null)),
                wrong("expiry that is no number", token -> token.claim("exp", "tomorrow")),
                wrong("not valid yet", token -> token.issuedAt(Instant.now().plusSeconds(600))),
                wrong("no token id", token -> token.claim("jti", null)),
                wrong("no time of issue", token -> token.claim("iat", null).claim(CallToken.ISSUED_AT_MILLIS, null)),
                wrong("time of issue that is no number", token -> token.claim(CallToken.ISSUED_AT_MILLIS, "now")),
                wrong("no subject", token -> token.claim("sub", null)),
                wrong("another subject", token -> token.claim("sub", "mallory")),
                wrong("no role", token -> token.claim("role", null)),
                wrong("unknown role", token -> token.claim("role", "king")),
                wrong("role that is no string", token -> token.claim("role", 1)),
                wrong("what is sent is no list", token -> token.claim("publish", "audio")),
                wrong("what is sent is an object", token -> token.claim("publish", Map.of("audio", true))),
                wrong("unknown kind", token -> token.claim("publish", List.of("audio", "smell"))),
                wrong("kind in capitals", token -> token.claim("publish", List.of("AUDIO"))),
                wrong("kind that is no string", token -> token.claim("publish", List.of(1))),
                wrong("no data", token -> token.claim("data", null)),
                wrong("data that is no object", token -> token.claim("data", "room")),
                wrong("no user", token -> token.claim("data", Map.of("sessionId", "s"))),
                wrong(
                        "user that is no object",
                        token -> token.claim("data", Map.of("sessionId", "s", "user", List.of()))),
                wrong("no session", token -> token.claim("data", Map.of("user", Map.of("uid", "alice", "name", "A")))),
                wrong("session that is no string", token -> token.claim("data", Map.of("sessionId", 5))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void refusesWrongParts(String what, UnaryOperator<TestTokenBuilder> change) {
        assertThat(refusal(change.apply(tokens.builder()).sign())).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    private static Arguments wrong(String what, UnaryOperator<TestTokenBuilder> change) {
        return Arguments.of(what, change);
    }

    private ErrorCode refusal(String jwt) {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> verifier.verify(jwt));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal.code();
    }
}
