package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.events.config.EventsConfig;
import io.directcall.events.fanout.Attachment;
import io.directcall.events.fanout.Fanouts;
import io.directcall.events.subscription.Listener;
import io.directcall.events.subscription.QueueLimits;
import io.directcall.events.subscription.Subscription;
import io.directcall.service.error.ApiException;
import io.directcall.service.limit.ClientAddress;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Opens streams: finds where each starts, and only then begins its answer, so that Kafka's absence is still an error of HTTP. */
@Singleton
public class StreamOpener {
    private static final Logger LOG = Logger.getLogger(StreamOpener.class);

    private final Vertx vertx;
    private final EventsConfig config;
    private final Fanouts fanouts;
    private final OpenStreams streams;
    private final StreamPresence presence;
    private final StreamMetrics metrics;
    private final ClientAddress addresses;
    private final StreamLimits limits;

    /** Built by the container. */
    public StreamOpener(
            Vertx vertx,
            EventsConfig config,
            Fanouts fanouts,
            OpenStreams streams,
            StreamPresence presence,
            StreamMetrics metrics,
            ClientAddress addresses,
            MeterRegistry registry) {
        this.vertx = vertx;
        this.config = config;
        this.fanouts = fanouts;
        this.streams = streams;
        this.presence = presence;
        this.metrics = metrics;
        this.addresses = addresses;
        this.limits = new StreamLimits(config.streamsPerUser(), config.streamsPerAddress(), registry);
    }

    /**
     * Answers a request with a stream. To be called on its event loop.
     *
     * @return fails when the stream has not begun
     * @throws ApiException 503 while the replica stops or is full, 429 as {@link StreamLimits#take}
     */
    Future<Void> open(HttpServerRequest request, NewStream wanted) {
        if (streams.isDraining()) {
            throw unavailable();
        }
        Runnable left = takePlace(request, wanted);
        Context loop = vertx.getOrCreateContext();
        EventStream stream = new EventStream(request, loop, config, metrics, wanted.entitlement());
        QueueLimits limits = new QueueLimits(config.queueFrames(), config.queueBytes());
        Subscription subscription = new Subscription(wanted.listener(), wanted.endRule(), limits, stream::wake);

        CompletableFuture<Attachment> opening = fanouts.open(subscription, wanted.from());
        request.response().closeHandler(gone -> opening.cancel(false));
        opening.orTimeout(config.openTimeout().toMillis(), TimeUnit.MILLISECONDS);
        return Future.fromCompletionStage(opening, loop)
                .<Void>map(attachment -> {
                    start(request, stream, subscription, attachment, left);
                    return null;
                })
                .recover(failure -> {
                    left.run();
                    return refuse(wanted.listener(), failure);
                });
    }

    /** Counts the stream, until what it returns is run. */
    private Runnable takePlace(HttpServerRequest request, NewStream wanted) {
        Runnable counted = limits.take(ClientAddress.counted(addresses.of(request)), wanted.holder());
        if (!metrics.tryOpen(config.maxStreams())) {
            counted.run();
            throw unavailable();
        }
        return () -> {
            counted.run();
            metrics.closed();
        };
    }

    private static Future<Void> refuse(Listener listener, Throwable failure) {
        LOG.infof("%s stream is refused: %s", listener.name(), failure);
        return Future.failedFuture(unavailable());
    }

    private void start(
            HttpServerRequest request,
            EventStream stream,
            Subscription subscription,
            Attachment attachment,
            Runnable left) {
        if (request.response().closed()) {
            attachment.close();
            left.run();
            return;
        }
        StreamPresence.Visit visit = presence.enter(subscription.listener());
        stream.start(subscription, attachment, () -> {
            visit.leave();
            streams.remove(stream);
            left.run();
        });
        streams.add(stream);
    }

    private static ApiException unavailable() {
        return new ApiException(ErrorCode.ERR_UNAVAILABLE);
    }
}
