package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.error.ApiException;
import io.directcall.service.error.RouteErrors;
import io.directcall.service.security.CallTokenVerifier;
import io.directcall.service.security.CredentialHeaders;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * {@code GET /v3/sessions/{sessionId}/events}. A plain Vert.x route: an open stream costs half the memory that it would cost as a stream
 * of quarkus-rest.
 */
@Singleton
public class EventsRoute {
    private static final String PATH = "/v3/sessions/:sessionId/events";
    private static final int NO_CONTENT = 204;

    private final Vertx vertx;
    private final CallTokenVerifier tokens;
    private final RouteErrors errors;
    private final StreamOpener opener;

    /** Built by the container. */
    public EventsRoute(Vertx vertx, CallTokenVerifier tokens, RouteErrors errors, StreamOpener opener) {
        this.vertx = vertx;
        this.tokens = tokens;
        this.errors = errors;
        this.opener = opener;
    }

    void register(@Observes Router router) {
        router.get(PATH).handler(this::open);
        router.route(PATH).handler(context -> errors.send(context, new ApiException(ErrorCode.ERR_METHOD_NOT_ALLOWED)));
    }

    private void open(RoutingContext context) {
        String jwt = CredentialHeaders.callToken(context.request()::getHeader);
        String sessionId = context.pathParam("sessionId");
        // A check costs 0.4 ms: a thousand clients that reconnect at once would hold the event loops for long.
        vertx.executeBlocking(() -> verify(jwt, sessionId), false)
                .onSuccess(token -> open(context, token))
                .onFailure(refused -> errors.send(context, refused));
    }

    private CallToken verify(String jwt, String sessionId) {
        CallToken token = tokens.verify(jwt);
        if (!token.sessionId().equals(sessionId)) {
            throw new ApiException(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        return token;
    }

    private void open(RoutingContext context, CallToken token) {
        try {
            HttpServerRequest request = context.request();
            requireEventStreamAccepted(request.getHeader("accept"));
            StreamRequest wanted =
                    StreamRequest.parse(request::getParam, request.getHeader("last-event-id"), opener.clockMargin());
            if (wanted.over()) {
                context.response().setStatusCode(NO_CONTENT).end();
            } else {
                opener.open(request, token, wanted).onFailure(refused -> errors.send(context, refused));
            }
        } catch (ApiException refused) {
            errors.send(context, refused);
        }
    }

    private static void requireEventStreamAccepted(String accept) {
        if (accept != null
                && !accept.contains("text/event-stream")
                && !accept.contains("text/*")
                && !accept.contains("*/*")) {
            throw new ApiException(ErrorCode.ERR_NOT_ACCEPTABLE, "The answer is text/event-stream. Accept it.");
        }
    }
}
