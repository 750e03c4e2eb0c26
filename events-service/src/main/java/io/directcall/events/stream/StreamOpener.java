package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.events.config.EventsConfig;
import io.directcall.events.fanout.Attachment;
import io.directcall.events.fanout.Fanouts;
import io.directcall.events.subscription.Listener;
import io.directcall.events.subscription.QueueLimits;
import io.directcall.events.subscription.Subscription;
import io.directcall.service.error.ApiException;
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

    /** Built by the container. */
    public StreamOpener(
            Vertx vertx,
            EventsConfig config,
            Fanouts fanouts,
            OpenStreams streams,
            StreamPresence presence,
            StreamMetrics metrics) {
        this.vertx = vertx;
        this.config = config;
        this.fanouts = fanouts;
        this.streams = streams;
        this.presence = presence;
        this.metrics = metrics;
    }

    /** Answers a request with a stream. To be called on its event loop. Fails when the stream has not begun. */
    Future<Void> open(HttpServerRequest request, NewStream wanted) {
        if (streams.isDraining() || !metrics.tryOpen(config.maxStreams())) {
            return Future.failedFuture(unavailable());
        }
        Context loop = vertx.getOrCreateContext();
        EventStream stream = new EventStream(request, loop, config, metrics, wanted.entitlement());
        QueueLimits limits = new QueueLimits(config.queueFrames(), config.queueBytes());
        Subscription subscription = new Subscription(wanted.listener(), wanted.endRule(), limits, stream::wake);

        CompletableFuture<Attachment> opening = fanouts.open(subscription, wanted.from());
        request.response().closeHandler(gone -> opening.cancel(false));
        opening.orTimeout(config.openTimeout().toMillis(), TimeUnit.MILLISECONDS);
        return Future.fromCompletionStage(opening, loop)
                .<Void>map(attachment -> {
                    start(request, stream, subscription, attachment);
                    return null;
                })
                .recover(failure -> refuse(wanted.listener(), failure));
    }

    private Future<Void> refuse(Listener listener, Throwable failure) {
        metrics.closed();
        LOG.infof("%s stream is refused: %s", listener.name(), failure);
        return Future.failedFuture(unavailable());
    }

    private void start(
            HttpServerRequest request, EventStream stream, Subscription subscription, Attachment attachment) {
        if (request.response().closed()) {
            attachment.close();
            metrics.closed();
            return;
        }
        StreamPresence.Visit visit = presence.enter(subscription.listener());
        stream.start(subscription, attachment, () -> {
            visit.leave();
            streams.remove(stream);
            metrics.closed();
        });
        streams.add(stream);
    }

    private static ApiException unavailable() {
        return new ApiException(ErrorCode.ERR_UNAVAILABLE);
    }
}
