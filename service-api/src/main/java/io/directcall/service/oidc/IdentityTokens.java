package io.directcall.service.oidc;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.regex.Pattern;

/** The auth tokens that the application's identity provider issued, where one is configured. */
public final class IdentityTokens {
    /** The compact form of a signed JWT. Those that are made here, {@code dca_...}, have no dots. */
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private final Optional<IdentityVerifier> verifier;

    IdentityTokens(Optional<IdentityVerifier> verifier) {
        this.verifier = verifier;
    }

    /** Without an identity provider. */
    public static IdentityTokens none() {
        return new IdentityTokens(Optional.empty());
    }

    /**
     * Checks an auth token that has the form of a JWT; empty when it has another, or there is no identity provider. Answers on the Vert.x
     * context of the caller, when there is one.
     *
     * @return fails with an {@link io.directcall.service.error.ApiException}: 401 {@code AUTH_ERR_TOKEN_EXPIRED} or
     *     {@code AUTH_ERR_AUTH_TOKEN_NOT_FOUND}, 403 {@code AUTH_ERR_NO_ACCESS} when it is valid and its user can't have a uid, 503
     *     {@code ERR_UNAVAILABLE} when the issuer's keys are not known yet
     */
    public Optional<Uni<Identity>> verify(String authToken) {
        return verifier.filter(there -> JWT.matcher(authToken).matches()).map(there -> there.verify(authToken));
    }
}
