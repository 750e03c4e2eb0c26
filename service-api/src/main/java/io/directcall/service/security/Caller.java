package io.directcall.service.security;

import io.directcall.contracts.apikey.ApiKeyScope;
import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.error.ApiException;
import io.directcall.service.limit.ClientAddress;
import io.directcall.service.limit.RequestLimits;
import io.directcall.service.limit.Sender;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;

/** Who sent the request at hand, as its headers prove it. Whoever proved to be somebody is counted, once a request. */
@RequestScoped
public class Caller {
    private final HttpHeaders headers;
    private final CallTokenVerifier verifier;
    private final ApiKeys apiKeys;
    private final Instance<UserVerifier> users;
    private final RequestLimits limits;
    private final ClientAddress addresses;
    private final CurrentVertxRequest request;
    private Sender.Proved sender;

    /**
     * Built by the container for each request.
     *
     * @param users there in a service that takes auth tokens
     */
    public Caller(
            HttpHeaders headers,
            CallTokenVerifier verifier,
            ApiKeys apiKeys,
            Instance<UserVerifier> users,
            RequestLimits limits,
            ClientAddress addresses,
            CurrentVertxRequest request) {
        this.headers = headers;
        this.verifier = verifier;
        this.apiKeys = apiKeys;
        this.users = users;
        this.limits = limits;
        this.addresses = addresses;
        this.request = request;
    }

    /**
     * The call token of the request.
     *
     * @throws ApiException 401 when it is missing, expired or not valid, 429 when its user asks too often
     */
    public CallToken requireCallToken() {
        CallToken token = verifier.verify(CredentialHeaders.callToken(headers::getHeaderString));
        admit(new Sender.User(token.user().uid()));
        return token;
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
        return users.get().verify(headers::getHeaderString, this::admit);
    }

    /**
     * Counts the request for who sent it, unless that was done. For what finds out by itself who that is.
     *
     * @param proved who sent it
     * @throws ApiException 429 when it asks too often
     */
    public void admit(Sender.Proved proved) {
        if (sender == null) {
            sender = proved;
            limits.admit(proved);
        }
    }

    /** Who sent the request, once that is proved, for the audit. */
    public AuditActor actor() {
        String address = addresses.of(request.getCurrent().request());
        return switch (sender) {
            case Sender.ApiKey key -> new AuditActor(AuditActor.Kind.API_KEY, key.id(), address);
            case Sender.User user -> new AuditActor(AuditActor.Kind.USER, user.id(), address);
            case null -> throw new IllegalStateException("nobody has proved to be the sender of this request");
        };
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
        requireApiKey(ApiKeyScope.FULL_ACCESS);
        return true;
    }

    /**
     * Lets only the application's server pass.
     *
     * @throws ApiException as {@link ApiKeys#require}, and 429 when the key is used too often
     */
    public void requireApiKey(ApiKeyScope needed) {
        String key = CredentialHeaders.apiKey(headers::getHeaderString);
        admit(new Sender.ApiKey(apiKeys.require(key, needed).id()));
    }
}
