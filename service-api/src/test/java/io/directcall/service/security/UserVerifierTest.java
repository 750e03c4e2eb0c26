package io.directcall.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.user.AuthToken;
import io.directcall.service.apikey.PublishedApiKeys;
import io.directcall.service.auth.AuthTokens;
import io.directcall.service.auth.SecretHash;
import io.directcall.service.error.ApiException;
import io.directcall.service.oidc.IdentityTokens;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserVerifierTest {
    private final AuthTokens tokens = new AuthTokens();
    private final PublishedApiKeys keys = new PublishedApiKeys();
    private final UserVerifier verifier =
            new UserVerifier(tokens, IdentityTokens.none(), new ApiKeys(List.of("good"), List.of("users-only"), keys));

    @Test
    void knowsTheHolderOfAToken() {
        // Given
        tokens.add(new AuthToken(SecretHash.of("dca_a").hex(), "alice", Instant.EPOCH));
        tokens.markComplete();

        // When / Then
        verify(Map.of("authToken", "dca_a")).assertItem("alice");
    }

    @Test
    void refusesWhatIsNoToken() {
        // Given
        tokens.markComplete();

        // When / Then
        assertThat(refusal(Map.of("authToken", "nonsense"))).isEqualTo(ErrorCode.AUTH_ERR_AUTH_TOKEN_NOT_FOUND);
    }

    @Test
    void refusesNobodyBeforeAllTokensAreRead() {
        assertThat(refusal(Map.of("authToken", "dca_a"))).isEqualTo(ErrorCode.ERR_UNAVAILABLE);
    }

    @Test
    void letsTheServerActForAUserAtAnyTime() {
        verify(Map.of("apikey", "good", "onBehalfOf", "bob")).assertItem("bob");
    }

    @Test
    void letsNobodyElseActForAUser() {
        assertThat(refusal(Map.of("apikey", "bad", "onBehalfOf", "bob")))
                .isEqualTo(ErrorCode.AUTH_ERR_APIKEY_NOT_FOUND);
        assertThat(refusal(Map.of("onBehalfOf", "bob"))).isEqualTo(ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN);
    }

    @Test
    void letsAKeyForUsersAndTokensActForNobody() {
        assertThat(refusal(Map.of("apikey", "users-only", "onBehalfOf", "bob")))
                .isEqualTo(ErrorCode.AUTH_ERR_NO_ACCESS);
    }

    @Test
    void refusesNoServerBeforeAllKeysAreRead() {
        assertThat(refusal(Map.of("apikey", "dck_a", "onBehalfOf", "bob"))).isEqualTo(ErrorCode.ERR_UNAVAILABLE);
    }

    private UniAssertSubscriber<String> verify(Map<String, String> headers) {
        return verifier.verify(headers::get).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private ErrorCode refusal(Map<String, String> headers) {
        return ((ApiException) verify(headers).assertFailed().getFailure()).code();
    }
}
