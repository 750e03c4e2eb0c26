package io.directcall.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallToken;
import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.token.SigningKey;
import io.directcall.service.error.ApiException;
import io.directcall.service.keys.SigningKeys;
import io.directcall.service.revocation.Revocations;
import io.directcall.service.test.TestCallTokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the verifier still decides about a token that it has seen before. */
class VerifiedTokensTest {
    private final TestCallTokens tokens = TestCallTokens.unpublished();
    private final String jwt = tokens.token("room", "bob", Role.PARTICIPANT);

    private Instant now = Instant.now();
    private final SigningKeys keys = new SigningKeys();
    private final Revocations revocations = new Revocations(() -> now);
    private final CallTokenVerifier verifier = new CallTokenVerifier(keys, revocations, "direct-call", () -> now);

    @BeforeEach
    void complete() {
        keys.markComplete();
        revocations.markComplete();
    }

    private CallToken seen() {
        keys.add(tokens.signingKey());
        return verifier.verify(jwt);
    }

    private ErrorCode refusal() {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> verifier.verify(jwt));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal.code();
    }

    @Test
    void readsATokenOnce() {
        // Given
        CallToken first = seen();

        // When
        CallToken second = verifier.verify(jwt);

        // Then
        assertThat(second).isSameAs(first);
    }

    @Test
    void refusesWhatHasExpiredSince() {
        // Given
        CallToken token = seen();

        // When
        now = token.expiresAt().plus(Duration.ofSeconds(30));

        // Then
        assertThat(refusal()).isEqualTo(ErrorCode.AUTH_ERR_TOKEN_EXPIRED);
    }

    @Test
    void takesItUntilTheSkewOfClocksIsOver() {
        // Given
        CallToken token = seen();

        // When
        now = token.expiresAt().plus(Duration.ofSeconds(29));

        // Then
        assertThat(verifier.verify(jwt)).isSameAs(token);
    }

    @Test
    void refusesWhatIsNotValidYetByAClockThatWasSetBack() {
        // Given
        seen();

        // When
        now = now.minusSeconds(60);

        // Then
        assertThat(refusal()).isEqualTo(ErrorCode.AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void refusesWhatWasRevokedSince() {
        // Given
        CallToken token = seen();

        // When
        revocations.add(new Revocation.OfToken(token.tokenId(), now, token.expiresAt()));

        // Then
        assertThat(refusal()).isEqualTo(ErrorCode.AUTH_ERR_TOKEN_REVOKED);
    }

    @Test
    void refusesWhatAWithdrawnKeySigned() {
        // Given
        seen();

        // When
        keys.withdraw(tokens.signingKey().kid());

        // Then
        assertThat(refusal()).isEqualTo(ErrorCode.AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void refusesWhatAKeySignedThatAnotherReplaced() {
        // Given
        seen();
        SigningKey other = TestCallTokens.unpublished().signingKey();

        // When
        keys.add(new SigningKey(
                tokens.signingKey().kid(),
                other.jwk().replace(other.kid(), tokens.signingKey().kid()),
                now));

        // Then
        assertThat(refusal()).isEqualTo(ErrorCode.AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void takesATokenWhoseKeyBecameKnownAfterItWasRefused() {
        // Given
        assertThat(refusal()).isEqualTo(ErrorCode.AUTH_ERR_TOKEN_INVALID_SIGNATURE);

        // When
        CallToken token = seen();

        // Then
        assertThat(token.sessionId()).isEqualTo("room");
    }
}
