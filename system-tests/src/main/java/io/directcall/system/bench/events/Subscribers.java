package io.directcall.system.bench.events;

import io.directcall.system.bench.Percentiles;
import io.directcall.system.bench.events.Continuity.Verdict;
import io.directcall.system.client.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Many who listen, each by a connection of its own, on one event loop. None comes back: one that is cut off has lost what follows. */
final class Subscribers implements AutoCloseable {
    /** How many open at the same time: enough to be quick, and no storm. */
    private static final int AT_A_TIME = 50;

    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final EventLoop loop;
    private final HttpClient http;
    private final List<Listener> listeners = new ArrayList<>();
    private Histogram times = Percentiles.histogram();
    private long delivered;
    private long lastArrival;
    private long cut;
    private boolean closing;

    Subscribers(EventLoop loop, int most) {
        this.loop = loop;
        this.http = loop.call(() -> loop.vertx()
                .createHttpClient(new HttpClientOptions().setMaxPoolSize(most).setKeepAlive(false)));
    }

    /**
     * What they saw.
     *
     * @param delivered events, counted for each who got it for the first time
     * @param lost events that somebody did not get
     * @param repeated that came again
     * @param outOfOrder that came after a later one
     * @param cut connections that the hub ended
     */
    record Seen(long delivered, long lost, long repeated, long outOfOrder, long cut) {}

    /** Opens them, spread over the channels evenly. */
    void open(Hub hub, List<Channel> channels, int count) {
        for (int from = 0; from < count; from += AT_A_TIME) {
            List<Channel> batch = IntStream.range(from, Math.min(count, from + AT_A_TIME))
                    .mapToObj(i -> channels.get(i % channels.size()))
                    .toList();
            loop.await(() ->
                    Future.all(batch.stream().map(channel -> open(hub, channel)).toList()));
        }
    }

    private Future<Void> open(Hub hub, Channel channel) {
        return http.request(hub.stream(channel.name()))
                .compose(HttpClientRequest::send)
                .compose(response -> listen(hub, channel, response));
    }

    private Future<Void> listen(Hub hub, Channel channel, HttpClientResponse response) {
        if (response.statusCode() != OK) {
            return Future.failedFuture(
                    hub.name() + " answered " + response.statusCode() + " to a subscriber of " + channel.name());
        }
        Listener listener = new Listener(channel);
        listeners.add(listener);
        response.handler(listener.lines::feed);
        response.exceptionHandler(broken -> cut());
        response.endHandler(ended -> cut());
        return Future.succeededFuture();
    }

    private void cut() {
        if (!closing) {
            cut++;
        }
    }

    /** The times since the last call, in microseconds from when an event was due to when it was here. */
    Histogram takeTimes() {
        return loop.call(() -> {
            Histogram taken = times;
            times = Percentiles.histogram();
            return taken;
        });
    }

    /**
     * Waits until so many events were delivered in all, or nothing has come for ten seconds.
     *
     * @return when the last one came, in {@link System#nanoTime}
     */
    long awaitDelivered(long expected) throws InterruptedException {
        long begin = System.nanoTime();
        while (on(() -> delivered < expected && System.nanoTime() - Math.max(begin, lastArrival) < QUIET.toNanos())) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return on(() -> lastArrival);
    }

    Seen seen() {
        return on(() -> new Seen(
                delivered,
                listeners.stream()
                        .mapToLong(it -> it.continuity.lost(it.channel.published()))
                        .sum(),
                listeners.stream().mapToLong(it -> it.continuity.repeated()).sum(),
                listeners.stream().mapToLong(it -> it.continuity.outOfOrder()).sum(),
                cut));
    }

    private <T> T on(Supplier<T> look) {
        return loop.call(look);
    }

    @Override
    public void close() {
        loop.call(() -> closing = true);
        loop.await(http::close);
    }

    /** One of them. */
    private final class Listener {
        private final Channel channel;
        private final Continuity continuity = new Continuity();
        private final DataLines lines = new DataLines(this::arrived);

        Listener(Channel channel) {
            this.channel = channel;
        }

        private void arrived(long seq) {
            if (continuity.take(seq) == Verdict.NEW) {
                delivered++;
                lastArrival = System.nanoTime();
                Percentiles.record(times, Duration.ofNanos(lastArrival - channel.handedOverAt(seq)));
            }
        }
    }
}
