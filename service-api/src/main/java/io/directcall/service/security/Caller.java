package io.directcall.service.security;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.error.ApiException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Who sent the request at hand, as its headers prove it. */
@RequestScoped
public class Caller {
    private final HttpHeaders headers;
    private final CallTokenVerifier verifier;
    private final ApiKeys apiKeys;

    /** Built by the container for each request. */
    public Caller(HttpHeaders headers, CallTokenVerifier verifier, ApiKeys apiKeys) {
        this.headers = headers;
        this.verifier = verifier;
        this.apiKeys = apiKeys;
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
     * Lets only the application's server pass.
     *
     * @throws ApiException 401 when the API key is missing or unknown
     */
    public void requireApiKey() {
        apiKeys.require(CredentialHeaders.apiKey(headers::getHeaderString));
    }

    /** Whether the request carries a valid API key. */
    public boolean hasApiKey() {
        String key = CredentialHeaders.apiKey(headers::getHeaderString);
        return key != null && apiKeys.knows(key);
    }
}
