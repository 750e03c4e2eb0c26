package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.token.CallToken;
import io.directcall.contracts.token.TokenIdentity;
import io.directcall.events.config.EventsConfig;
import io.directcall.events.fanout.StartFrom;
import io.directcall.events.position.Channel;
import io.directcall.events.subscription.EndReason;
import io.directcall.events.subscription.SessionEndRule;
import io.directcall.events.subscription.SessionListener;
import io.directcall.service.error.ApiException;
import io.directcall.service.limit.RequestLimits;
import io.directcall.service.limit.Sender;
import io.directcall.service.revocation.Revocations;
import io.directcall.service.security.CallTokenVerifier;
import io.directcall.service.security.CredentialHeaders;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code GET /v3/sessions/{sessionId}/events}: what happens in a session. */
@Singleton
public class SessionEventsRoute {
    private static final String PATH = "/v3/sessions/:sessionId/events";
    private static final Pattern PARTICIPANT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** As the check of tokens has it: a stream that ended earlier could be opened again at once, to end at once. */
    private static final Duration TOKEN_CLOCK_SKEW = Duration.ofSeconds(30);

    /**
     * The first check of a token costs 0.4 ms, and many times that in a process that has just started: a thousand clients that reconnect at
     * once would hold the event loops for long. More threads than processors would only keep each other, and the compiler that is to make
     * them quick, from running.
     */
    private final WorkerExecutor checks;

    private final CallTokenVerifier tokens;
    private final Revocations revocations;
    private final RequestLimits limits;
    private final StreamRoutes routes;
    private final StreamStart.Defaults defaults;

    /** Built by the container. */
    public SessionEventsRoute(
            Vertx vertx,
            CallTokenVerifier tokens,
            Revocations revocations,
            RequestLimits limits,
            StreamRoutes routes,
            EventsConfig config) {
        this.checks = vertx.createSharedWorkerExecutor(
                "token-checks", Runtime.getRuntime().availableProcessors());
        this.tokens = tokens;
        this.revocations = revocations;
        this.limits = limits;
        this.routes = routes;
        this.defaults = new StreamStart.Defaults(Channel.SESSION, config.clockMargin(), new StartFrom.Now());
    }

    void register(@Observes Router router) {
        routes.register(router, PATH, this::open);
    }

    private void open(RoutingContext context) {
        String jwt = CredentialHeaders.callToken(context.request()::getHeader);
        String sessionId = context.pathParam("sessionId");
        String participantId = context.request().getParam("participantId");
        checks.executeBlocking(() -> verify(jwt, sessionId), false)
                .onSuccess(token -> routes.answer(context, defaults, from -> stream(token, participantId, from)))
                .onFailure(refused -> routes.refuse(context, refused));
    }

    private CallToken verify(String jwt, String sessionId) {
        CallToken token = tokens.verify(jwt);
        limits.admit(new Sender.User(token.user().uid()));
        if (!token.sessionId().equals(sessionId)) {
            throw new ApiException(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        return token;
    }

    private NewStream stream(CallToken token, String participantId, StartFrom from) {
        var listener = new SessionListener(token.sessionId(), token.user().uid(), token.role(), checked(participantId));
        return new NewStream(
                new Sender.User(listener.uid()),
                listener,
                from,
                new SessionEndRule(listener),
                entitlement(token.identity(), token.expiresAt().plus(TOKEN_CLOCK_SKEW)));
    }

    private Entitlement entitlement(TokenIdentity token, Instant refused) {
        return now -> {
            if (revocations.isRevoked(token)) {
                return Optional.of(EndReason.TOKEN_REVOKED);
            }
            return now.isAfter(refused) ? Optional.of(EndReason.TOKEN_EXPIRED) : Optional.empty();
        };
    }

    /** Null for an observer. */
    private static String checked(String participantId) {
        if (participantId == null || participantId.isEmpty()) {
            return null;
        }
        if (!PARTICIPANT_ID.matcher(participantId).matches()) {
            throw new ApiException(ErrorCode.ERR_BAD_REQUEST, "participantId: not an id of a participant.");
        }
        return participantId;
    }
}
