package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.events.config.EventsConfig;
import io.directcall.events.fanout.StartFrom;
import io.directcall.events.position.Channel;
import io.directcall.events.subscription.EndRule;
import io.directcall.events.subscription.UserListener;
import io.directcall.service.error.ApiException;
import io.directcall.service.limit.RequestLimits;
import io.directcall.service.limit.Sender;
import io.directcall.service.security.UserVerifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** {@code GET /v3/users/{uid}/events}: what concerns a user on all devices, which is ringing. */
@Singleton
public class UserEventsRoute {
    private static final String PATH = "/v3/users/:uid/events";

    private final UserVerifier users;
    private final RequestLimits limits;
    private final StreamRoutes routes;
    private final InstantSource clock;
    private final Duration clockMargin;
    private final Duration lookback;

    /** Built by the container. */
    public UserEventsRoute(
            UserVerifier users, RequestLimits limits, StreamRoutes routes, EventsConfig config, InstantSource clock) {
        this.users = users;
        this.limits = limits;
        this.routes = routes;
        this.clock = clock;
        this.clockMargin = config.clockMargin();
        this.lookback = config.ringingLookback();
    }

    void register(@Observes Router router) {
        routes.register(router, PATH, this::open);
    }

    private void open(RoutingContext context) {
        HttpServerRequest request = context.request();
        // The stream asks again and again whether it may go on, which is no request.
        Uni<String> user = Uni.createFrom().deferred(() -> users.verify(request::getHeader));
        var holder = new AtomicReference<Sender.Proved>();
        users.verify(request::getHeader, sender -> {
                    limits.admit(sender);
                    holder.set(sender);
                })
                .invoke(uid -> requireOwn(uid, context.pathParam("uid")))
                .subscribe()
                .with(uid -> answer(context, holder.get(), uid, user), refused -> routes.refuse(context, refused));
    }

    private static void requireOwn(String uid, String wanted) {
        if (!uid.equals(wanted)) {
            throw new ApiException(
                    ErrorCode.AUTH_ERR_NO_ACCESS, "These are another user's events. Ask with that user's auth token.");
        }
    }

    private void answer(RoutingContext context, Sender.Proved holder, String uid, Uni<String> user) {
        routes.answer(
                context,
                defaults(),
                from -> new NewStream(
                        holder, new UserListener(uid), from, EndRule.NEVER, new UserEntitlement(uid, user)));
    }

    /** What rings now was placed a moment ago: a stream that names no place starts before that. */
    private StreamStart.Defaults defaults() {
        var aMomentAgo = new StartFrom.Since(clock.instant().minus(lookback));
        return new StreamStart.Defaults(Channel.USER, clockMargin, aMomentAgo);
    }
}
