package io.directcall.token.identity;

import io.directcall.service.oidc.IdentityTokens;
import io.directcall.token.auth.AuthTokenSecret;
import io.directcall.token.auth.AuthTokens;
import io.directcall.token.user.User;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the user of an auth token, whoever issued it. Made at the start, because the configuration of the issuer may be wrong. */
@Startup
@ApplicationScoped
public class TokenHolders {
    private final IdentityTokens identityTokens;
    private final IdentityUsers identityUsers;
    private final AuthTokens authTokens;

    /** Built by the container. */
    public TokenHolders(IdentityTokens identityTokens, IdentityUsers identityUsers, AuthTokens authTokens) {
        this.identityTokens = identityTokens;
        this.identityUsers = identityUsers;
        this.authTokens = authTokens;
    }

    /** Fails as {@link IdentityTokens#verify} and {@link AuthTokens#owner}. */
    public Uni<User> holder(String authToken) {
        return identityTokens
                .verify(authToken)
                .map(identity -> identity.chain(identityUsers::recognise))
                .orElseGet(() -> authTokens.owner(new AuthTokenSecret(authToken)));
    }
}
