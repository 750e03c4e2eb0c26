package io.directcall.session.webhook;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends a delivery once. The name is resolved here, and the connection goes to the address that was checked: a second look at the name
 * could give another one. Redirects are answers like others, they are not followed.
 */
final class Sender implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    /** Below the 5 s after which many servers close a connection that is not used. */
    private static final int KEEP_ALIVE_SECONDS = 4;

    private final Vertx vertx;
    private final HttpClient client;
    private final Resolver resolver;
    private final InstantSource clock;
    private final Duration timeout;

    /**
     * @param options for TLS; the rest is set here
     * @param connections at most for one address; what all targets together may have under way
     * @param timeout for all of an attempt
     */
    Sender(
            Vertx vertx,
            HttpClientOptions options,
            int connections,
            Resolver resolver,
            InstantSource clock,
            Duration timeout) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options.setMaxPoolSize(connections)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setConnectTimeout(Math.toIntExact(timeout.toMillis())));
        this.resolver = resolver;
        this.clock = clock;
        this.timeout = timeout;
    }

    /** How the attempt ended; never fails. */
    Uni<Attempt> send(Target target, Delivery delivery) {
        return addressOf(target, delivery)
                .chain(address -> exchange(target, address, delivery))
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(() -> Attempt.broken("no answer within " + timeout.toSeconds() + " s"))
                .onFailure()
                .recoverWithItem(failure -> broken(target, failure));
    }

    private Uni<InetAddress> addressOf(Target target, Delivery delivery) {
        return Uni.createFrom()
                .item(() -> checkedAddress(target, delivery))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** One address after the other, attempt by attempt: one of them may be dead. */
    private InetAddress checkedAddress(Target target, Delivery delivery) {
        List<InetAddress> addresses = resolve(target);
        TargetGuard.objection(target, addresses).ifPresent(objection -> {
            throw new NotSent(objection);
        });
        return addresses.get((delivery.attempt() - 1) % addresses.size());
    }

    private List<InetAddress> resolve(Target target) {
        try {
            return resolver.resolve(target.host());
        } catch (UnknownHostException e) {
            throw new NotSent("the name " + target.host() + " is not known");
        }
    }

    private Uni<Attempt> exchange(Target target, InetAddress address, Delivery delivery) {
        RequestOptions request = request(target, address, delivery);
        return Uni.createFrom().emitter(emitter -> {
            var exchange = new Exchange(emitter, delivery.body(), clock, vertx);
            emitter.onTermination(exchange::end);
            client.request(request).onSuccess(exchange::opened).onFailure(emitter::fail);
        });
    }

    private RequestOptions request(Target target, InetAddress address, Delivery delivery) {
        var now = clock.instant();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), address.getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.isSecure())
                .setURI(target.requestUri())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "direct-call-webhooks/1")
                .putHeader("webhook-id", delivery.id())
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader("webhook-signature", target.signer().sign(delivery.id(), now, delivery.body()));
    }

    private static Attempt broken(Target target, Throwable failure) {
        LOG.debugf(failure, "webhook=%s attempt failed", target.name());
        if (failure instanceof NotSent) {
            return Attempt.broken(failure.getMessage());
        }
        return Attempt.broken(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    @Override
    public void close() {
        client.close();
    }

    /** The attempt ended before anything was sent. The message is for operators. */
    private static final class NotSent extends RuntimeException {
        NotSent(String message) {
            super(message, null, false, false);
        }
    }
}
