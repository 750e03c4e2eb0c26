package io.directcall.service.oidc;

import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Makes beans of the plain classes. */
@Singleton
class OidcBeans {
    /** A key that the issuer withdraws is not accepted for longer than this. */
    private static final Duration REFRESH_EVERY = Duration.ofMinutes(5);

    @Produces
    @Singleton
    IdentityTokens identityTokens(OidcConfig config, Vertx vertx) {
        return new IdentityTokens(Issuer.of(config).map(issuer -> new IdentityVerifier(issuer, keep(issuer, vertx))));
    }

    /** Asks at once, so that the first user need not wait and trouble shows in the log of the start. */
    private static IssuerKeys keep(Issuer issuer, Vertx vertx) {
        IssuerKeys keys = new IssuerKeys(new IssuerClient(vertx, issuer)::keys, InstantSource.system());
        keys.refresh();
        vertx.setPeriodic(REFRESH_EVERY.toMillis(), timer -> keys.refresh());
        return keys;
    }
}
