package io.directcall.system.bench;

import io.directcall.system.client.EventLoop;
import io.directcall.system.client.Request;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** HTTP connections that are kept alive and busy: on each the next request is sent as soon as the one before is answered. */
final class BusyConnections {
    private static final int OK = 200;

    private final EventLoop loop;
    private final HttpClient client;
    private final Supplier<Request> requests;
    private final int connections;
    private Histogram times = Percentiles.histogram();
    private long failed;
    private boolean running = true;

    private BusyConnections(EventLoop loop, int port, int connections, Supplier<Request> requests) {
        this.loop = loop;
        this.connections = connections;
        this.requests = requests;
        this.client = loop.vertx()
                .createHttpClient(new HttpClientOptions()
                        .setDefaultHost("127.0.0.1")
                        .setDefaultPort(port)
                        .setMaxPoolSize(connections));
    }

    /**
     * What was measured.
     *
     * @param failed requests that were not answered with 200; they count in nothing else
     * @param times from sending a request until its answer was there
     */
    record Result(int connections, double perSecond, long failed, Percentiles times) {}

    /** Sends requests for a time. */
    static Result measure(EventLoop loop, int port, int connections, Duration time, Supplier<Request> requests)
            throws InterruptedException {
        BusyConnections busy = loop.call(() -> new BusyConnections(loop, port, connections, requests));
        try {
            return busy.measure(time);
        } finally {
            loop.await(busy.client::close);
        }
    }

    private Result measure(Duration time) throws InterruptedException {
        loop.call(this::start);
        long begin = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
        return loop.call(() -> {
            running = false;
            double perSecond = times.getTotalCount() * 1e9 / (System.nanoTime() - begin);
            return new Result(connections, perSecond, failed, Percentiles.of(times));
        });
    }

    private boolean start() {
        for (int connection = 0; connection < connections; connection++) {
            next();
        }
        return true;
    }

    private void next() {
        if (!running) {
            return;
        }
        Request request = requests.get();
        RequestOptions options =
                new RequestOptions().setMethod(request.method()).setURI(request.path());
        request.headers().forEach(options::putHeader);
        Buffer body = request.body() == null ? Buffer.buffer() : Buffer.buffer(request.body());
        long begin = System.nanoTime();
        client.request(options)
                .compose(sending -> sending.send(body))
                .compose(answer -> answer.body().map(answer))
                .map(HttpClientResponse::statusCode)
                .otherwise(0)
                .onSuccess(status -> answered(status, System.nanoTime() - begin));
    }

    private void answered(int status, long nanos) {
        if (status == OK) {
            Percentiles.record(times, Duration.ofNanos(nanos));
        } else {
            failed++;
        }
        next();
    }
}
