package io.directcall.service.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.test.TestTokenBuilder;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTokensTest {
    private final OidcRig rig = new OidcRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void knowsTheUserOfATokenOfTheIssuer() {
        // When
        Identity identity = rig.accepted(rig.issuer().token().sign());

        // Then
        assertThat(identity.uid()).isEqualTo("ada");
        assertThat(identity.text("name")).contains("Ada Lovelace");
    }

    @Test
    void keepsNothingButTexts() {
        // When
        Identity identity = rig.accepted(rig.issuer()
                .token()
                .claim("name", 7)
                .claim("groups", List.of("a"))
                .claim("picture", "https://p.example/a")
                .sign());

        // Then
        assertThat(identity.text("name")).isEmpty();
        assertThat(identity.texts()).containsKeys("picture", "sub").doesNotContainKeys("name", "groups");
    }

    @Test
    void leavesOtherTokensToOthers() {
        IdentityTokens tokens = rig.reading("sub");
        assertThat(tokens.verify("dca_" + "A".repeat(43))).isEmpty();
        assertThat(tokens.verify("a.b")).isEmpty();
        assertThat(tokens.verify("a.b.c.d.e")).isEmpty();
        assertThat(tokens.verify("a.b c.d")).isEmpty();
        assertThat(IdentityTokens.none().verify(rig.issuer().token().sign())).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "application/at+jwt"})
    void takesAccessTokensAndIdTokens(String type) {
        assertThat(rig.accepted(rig.issuer().token().type(type).sign()).uid()).isEqualTo("ada");
    }

    @Test
    void takesATokenThatIsForOthersToo() {
        assertThat(rig.accepted(rig.issuer()
                                .token()
                                .claim("aud", List.of("mail", "calls"))
                                .sign())
                        .uid())
                .isEqualTo("ada");
    }

    @Test
    void readsTheUidFromTheClaimThatIsConfigured() {
        // Given
        IdentityTokens tokens = rig.reading("https://app.example/uid");

        // When
        Identity identity = OidcRig.accepted(
                tokens,
                rig.issuer().token().claim("https://app.example/uid", "auth0:1").sign());

        // Then
        assertThat(identity.uid()).isEqualTo("auth0:1");
        assertThat(OidcRig.refusal(tokens, rig.issuer().token().sign()).code()).isEqualTo(ErrorCode.AUTH_ERR_NO_ACCESS);
    }

    @Test
    void followsTheIssuerToItsNextKeyAndForgetsTheOldOne() {
        // Given
        String old = rig.issuer().token().sign();
        rig.accepted(old);

        // When
        rig.issuer().rotate();
        rig.passPause();

        // Then
        assertThat(rig.accepted(rig.issuer().token().sign()).uid()).isEqualTo("ada");
        assertThat(rig.refusal(old).code()).isEqualTo(ErrorCode.AUTH_ERR_AUTH_TOKEN_NOT_FOUND);
    }

    @Test
    void goesOnWhileTheIssuerIsAway() {
        // Given
        rig.accepted(rig.issuer().token().sign());

        // When
        rig.issuer().goAway();
        rig.passPause();

        // Then
        assertThat(rig.accepted(rig.issuer().token().claim("sub", "bob").sign()).uid())
                .isEqualTo("bob");
    }

    @Test
    void callsNoTokenWrongBeforeTheIssuerWasReached() {
        // Given
        rig.issuer().goAway();
        String token = rig.issuer().token().sign();

        // When
        ErrorCode early = rig.refusal(token).code();
        rig.issuer().comeBack();
        rig.passPause();

        // Then
        assertThat(early).isEqualTo(ErrorCode.ERR_UNAVAILABLE);
        assertThat(rig.accepted(token).uid()).isEqualTo("ada");
    }

    @Test
    void saysThatATokenHasExpired() {
        // Given
        Instant now = Instant.now();
        TestTokenBuilder token = rig.issuer().token().issuedAt(now.minusSeconds(600));

        // When / Then
        assertThat(rig.accepted(token.expiresAt(now.minusSeconds(20)).sign()).uid())
                .isEqualTo("ada");
        assertThat(rig.refusal(token.expiresAt(now.minusSeconds(40)).sign()).code())
                .isEqualTo(ErrorCode.AUTH_ERR_TOKEN_EXPIRED);
    }

    /** Keys have a kind each, and a token says by itself which algorithm it wants. */
    @Test
    void refusesAnAlgorithmThatTheKeyIsNotFor() throws JoseException {
        // Given
        RsaJsonWebKey rsa = RsaJwkGenerator.generateJwk(2048);

        // When
        String token =
                rig.issuer().token().algorithm("RS256", rsa.getPrivateKey()).sign();

        // Then
        assertThat(rig.refusal(token).code()).isEqualTo(ErrorCode.AUTH_ERR_AUTH_TOKEN_NOT_FOUND);
    }
}
