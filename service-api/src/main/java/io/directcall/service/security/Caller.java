package io.directcall.service.security;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;

/** Who sent the request at hand, as its headers prove it. */
@RequestScoped
public class Caller {
    private final HttpHeaders headers;
    private final CallTokenVerifier verifier;
    private final ApiKeys apiKeys;
    private final Instance<UserVerifier> users;

    /**
     * Built by the container for each request.
     *
     * @param users there in a service that takes auth tokens
     */
    public Caller(HttpHeaders headers, CallTokenVerifier verifier, ApiKeys apiKeys, Instance<UserVerifier> users) {
        this.headers = headers;
        this.verifier = verifier;
        this.apiKeys = apiKeys;
        this.users = users;
    }

    /**
     * The call token of the request.
     *
     * @throws ApiException 401 when it is missing, expired or not valid
     */
    public CallToken requireCallToken() {
        return verifier.verify(CredentialHeaders.callToken(headers::getHeaderString));
    }

    /**
     * The call token of the request, which must be for this session.
     *
     * @throws ApiException 401 as {@link #requireCallToken()}, 403 when the token is for another session
     */
    public CallToken requireCallToken(String sessionId) {
        CallToken token = requireCallToken();
        if (!token.sessionId().equals(sessionId)) {
            throw new ApiException(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        return token;
    }

    /**
     * The uid of the user that the request's auth token or its API key with {@code onBehalfOf} stands for. Needs
     * {@code directcall.takes-auth-tokens=true} in the service's {@code application.properties}.
     *
     * @return fails with an {@link ApiException}, see {@link UserVerifier#verify}
     */
    public Uni<String> requireUser() {
        return users.get().verify(headers::getHeaderString);
    }

    /**
     * Whether the application's server sent the request: it carries an API key with full access.
     *
     * @throws ApiException 403 for a valid key of another scope, 503 as {@link ApiKeys#find}
     */
    public boolean hasApiKey() {
        String key = CredentialHeaders.apiKey(headers::getHeaderString);
        if (key == null || apiKeys.find(key).isEmpty()) {
            return false;
        }
        apiKeys.require(key, ApiKeyScope.FULL_ACCESS);
        return true;
    }
}
