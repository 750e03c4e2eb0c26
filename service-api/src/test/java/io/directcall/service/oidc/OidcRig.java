package io.directcall.service.oidc;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.directcall.service.error.ApiException;
import io.directcall.service.test.TestIssuer;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An issuer and what trusts it, with a clock that the test moves. */
final class OidcRig implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final TestIssuer issuer = TestIssuer.start();
    private Instant now = Instant.EPOCH;

    private final IssuerKeys keys = new IssuerKeys(new IssuerClient(vertx, settings("sub"))::keys, () -> now);
    private final IdentityTokens tokens = reading("sub");

    TestIssuer issuer() {
        return issuer;
    }

    /** That reads the uid from another claim. */
    IdentityTokens reading(String uidClaim) {
        return new IdentityTokens(Optional.of(new IdentityVerifier(settings(uidClaim), keys)));
    }

    private Issuer settings(String uidClaim) {
        return new Issuer(issuer.url(), TestIssuer.AUDIENCE, List.of("RS256", "PS256", "ES256"), uidClaim);
    }

    void passPause() {
        now = now.plus(IssuerKeys.PAUSE);
    }

    Identity accepted(String jwt) {
        return accepted(tokens, jwt);
    }

    static Identity accepted(IdentityTokens tokens, String jwt) {
        return tokens.verify(jwt).orElseThrow().await().indefinitely();
    }

    ApiException refusal(String jwt) {
        return refusal(tokens, jwt);
    }

    static ApiException refusal(IdentityTokens tokens, String jwt) {
        return catchThrowableOfType(ApiException.class, () -> accepted(tokens, jwt));
    }

    @Override
    public void close() {
        issuer.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
