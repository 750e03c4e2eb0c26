package io.directcall.system.client;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Sends requests to one port of this machine. To be used on one event loop; nothing here blocks. */
public final class ApiClient {
    private static final int MAX_CONNECTIONS = 256;
    private static final int MAX_STREAMS = 4_000;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final HttpClient requests;
    private final HttpClient streams;
    private final Random random;
    private final int port;

    /**
     * @param port of the edge, or of one service
     * @param random for the pauses between attempts
     */
    public ApiClient(Vertx vertx, int port, Random random) {
        this.vertx = vertx;
        this.port = port;
        this.random = random;
        this.requests = vertx.createHttpClient(options().setMaxPoolSize(MAX_CONNECTIONS));
        this.streams = vertx.createHttpClient(options().setMaxPoolSize(MAX_STREAMS));
    }

    private static HttpClientOptions options() {
        return new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAliveTimeout(30);
    }

    /**
     * What a request led to in the end.
     *
     * @param last the last answer
     * @param sentAt when the first attempt was sent
     * @param answeredAt when the last answer arrived, or waiting for it ended
     * @param attempts how many there were
     * @param troubles of them, those that left open whether it was done
     */
    public record Outcome(Answer last, Instant sentAt, Instant answeredAt, int attempts, int troubles) {}

    /** One attempt. Never fails. */
    public Future<Answer> send(Request request) {
        return requests.request(to(request).setTimeout(ATTEMPT.toMillis()))
                .compose(connection -> sendBody(connection, request))
                .compose(response ->
                        response.body().map(body -> new Answer(response.statusCode(), Json.tree(body.getBytes()))))
                .recover(failure -> Future.succeededFuture(Answer.none()));
    }

    /** Repeats a request until its answer is definite or the time is over. Never fails. */
    public Future<Outcome> insist(Request request, Duration patience) {
        Promise<Outcome> done = Promise.promise();
        Instant now = Instant.now();
        attempt(request, now, now.plus(patience), 1, 0, done);
        return done.future();
    }

    private void attempt(
            Request request, Instant sentAt, Instant until, int attempt, int troubles, Promise<Outcome> done) {
        send(request).onSuccess(answer -> {
            Instant now = Instant.now();
            int troubled = troubles + (answer.isTrouble() ? 1 : 0);
            if (!answer.isTrouble() || now.isAfter(until)) {
                done.complete(new Outcome(answer, sentAt, now, attempt, troubled));
            } else {
                vertx.setTimer(
                        pauseMillis(random, attempt),
                        timer -> attempt(request, sentAt, until, attempt + 1, troubled, done));
            }
        });
    }

    /** Full jitter: clients that lost the same server must not come back together. */
    static long pauseMillis(Random random, int attempt) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt, 10));
        return 1 + random.nextLong(longest);
    }

    /** Opens an event stream: the answer's head, and then what comes until one of both closes it. */
    Future<HttpClientResponse> open(Request request) {
        return streams.request(to(request)).compose(HttpClientRequest::send);
    }

    private RequestOptions to(Request request) {
        RequestOptions options =
                new RequestOptions().setMethod(request.method()).setPort(port).setURI(request.path());
        request.headers().forEach(options::putHeader);
        return options;
    }

    private static Future<HttpClientResponse> sendBody(HttpClientRequest connection, Request request) {
        if (request.body() != null) {
            return connection.putHeader("content-type", "application/json").send(request.body());
        }
        // A POST without a length would be chunked, which some proxies refuse.
        return request.method().equals(HttpMethod.POST)
                ? connection.putHeader("content-length", "0").send()
                : connection.send();
    }
}
