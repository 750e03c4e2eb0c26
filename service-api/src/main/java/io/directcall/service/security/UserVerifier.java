package io.directcall.service.security;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.auth.AuthTokens;
import io.directcall.service.error.ApiException;
import io.directcall.service.limit.Sender;
import io.directcall.service.oidc.Identity;
import io.directcall.service.oidc.IdentityTokens;
import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Decides which user sends a request. Works outside of JAX-RS; safe for use by many threads. */
public final class UserVerifier {
    private final AuthTokens authTokens;
    private final IdentityTokens identityTokens;
    private final ApiKeys apiKeys;

    /** @param apiKeys who has one with full access may act for any user */
    public UserVerifier(AuthTokens authTokens, IdentityTokens identityTokens, ApiKeys apiKeys) {
        this.authTokens = authTokens;
        this.identityTokens = identityTokens;
        this.apiKeys = apiKeys;
    }

    /**
     * The uid of the user that the header {@code authToken} proves, or that the holder of {@code apikey} names in {@code onBehalfOf}. Such
     * a user need not exist.
     *
     * @param headers looks up a header by its name; called before this returns
     * @return fails with an {@link ApiException}: as {@link UserCredentials#of}, {@link ApiKeys#require}, {@link IdentityTokens#verify} and
     *     {@link AuthTokens#find}, and 401 {@code AUTH_ERR_AUTH_TOKEN_NOT_FOUND} when the token is nobody's
     */
    public Uni<String> verify(UnaryOperator<String> headers) {
        return verify(headers, sender -> {});
    }

    /**
     * The same for a request that is counted.
     *
     * @param admit is told who sent it once that is proved; what it throws refuses
     */
    public Uni<String> verify(UnaryOperator<String> headers, Consumer<Sender.Proved> admit) {
        try {
            return verify(UserCredentials.of(headers), admit);
        } catch (ApiException refused) {
            return Uni.createFrom().failure(refused);
        }
    }

    private Uni<String> verify(UserCredentials credentials, Consumer<Sender.Proved> admit) {
        return switch (credentials) {
            case UserCredentials.Holder holder ->
                holderOf(holder.authToken()).invoke(uid -> admit.accept(new Sender.User(uid)));
            case UserCredentials.Server server -> {
                ApiKeyHolder holder = apiKeys.require(server.apiKey(), ApiKeyScope.FULL_ACCESS);
                admit.accept(new Sender.ApiKey(holder.id()));
                yield Uni.createFrom().item(server.uid());
            }
        };
    }

    private Uni<String> holderOf(String authToken) {
        return identityTokens
                .verify(authToken)
                .map(identity -> identity.map(Identity::uid))
                .orElseGet(() -> authTokens
                        .find(authToken)
                        .map(uid -> uid.orElseThrow(() -> new ApiException(ErrorCode.AUTH_ERR_AUTH_TOKEN_NOT_FOUND))));
    }
}
