package io.directcall.events.stream;

import io.directcall.events.config.EventsConfig;
import io.directcall.events.fanout.Attachment;
import io.directcall.events.frame.Frame;
import io.directcall.events.frame.Frames;
import io.directcall.events.subscription.EndReason;
import io.directcall.events.subscription.Subscription;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * One open response. Everything here runs on the event loop of the connection, except {@link #wake()}. It writes while the connection
 * takes bytes and otherwise waits for it: what a client does not take stays in its bounded queue.
 */
final class EventStream {
    private static final Logger LOG = Logger.getLogger(EventStream.class);
    private static final long NOT_STALLED = -1;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context loop;
    private final EventsConfig config;
    private final StreamMetrics metrics;
    private final Entitlement entitlement;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private Subscription subscription;
    private Attachment attachment;
    private Runnable onClosed = () -> {};
    private long lastWrite = System.nanoTime();
    private long stalledSince = NOT_STALLED;
    private boolean closed;

    EventStream(
            HttpServerRequest request,
            Context loop,
            EventsConfig config,
            StreamMetrics metrics,
            Entitlement entitlement) {
        this.request = request;
        this.response = request.response();
        this.loop = loop;
        this.config = config;
        this.metrics = metrics;
        this.entitlement = entitlement;
    }

    /** Sends the head of the answer and all that the subscription has from now on. */
    void start(Subscription started, Attachment attachedTo, Runnable whenClosed) {
        subscription = started;
        attachment = attachedTo;
        onClosed = whenClosed;
        response.setChunked(true)
                .putHeader("content-type", "text/event-stream")
                .putHeader("cache-control", "no-store")
                .putHeader("x-accel-buffering", "no");
        response.drainHandler(writable -> writable());
        response.closeHandler(gone -> close());
        response.exceptionHandler(broken -> close());
        write(Frames.opening(config.retry()));
        send();
    }

    /** There may be frames to send. For any thread. */
    void wake() {
        if (scheduled.compareAndSet(false, true)) {
            loop.runOnContext(now -> {
                scheduled.set(false);
                send();
            });
        }
    }

    /** To be called about once a second. */
    void tick(long now, Instant time) {
        entitlement.endedAt(time).ifPresent(reason -> end(reason, null));
        if (stalledSince != NOT_STALLED
                && now - stalledSince > config.writeDeadline().toNanos()) {
            cutOff();
        } else if (stalledSince == NOT_STALLED
                && now - lastWrite >= config.heartbeat().toNanos()) {
            subscription.heartbeat(attachment.dispatched()).ifPresent(this::write);
        }
    }

    /** Ends the stream after what waits, with an event that says why. */
    void end(EndReason reason, Duration retry) {
        subscription.end(reason, retry);
        send();
    }

    /** True when nothing is written any more. */
    boolean isClosed() {
        return closed;
    }

    private void writable() {
        stalledSince = NOT_STALLED;
        send();
    }

    private void send() {
        if (subscription == null || closed) {
            return;
        }
        while (!response.writeQueueFull()) {
            Frame frame = subscription.poll();
            if (frame == null) {
                allSent();
                return;
            }
            write(frame);
            metrics.delivered();
        }
        if (stalledSince == NOT_STALLED) {
            stalledSince = System.nanoTime();
        }
    }

    private void allSent() {
        if (subscription.isDone()) {
            response.end();
            close();
        } else {
            attachment.framesTaken();
        }
    }

    private void write(Frame frame) {
        lastWrite = System.nanoTime();
        response.write(frame.bytes());
    }

    private void cutOff() {
        LOG.infof(
                "%s is cut off: it took nothing for %s", subscription.listener().name(), config.writeDeadline());
        metrics.cutOff();
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset();
        } else if (request.connection() instanceof ConnectionBase connection) {
            // close() of the connection would first wait for the bytes that the client does not take.
            var unused = connection.channel().close();
        }
        close();
    }

    private void close() {
        if (!closed) {
            closed = true;
            attachment.close();
            onClosed.run();
        }
    }
}
