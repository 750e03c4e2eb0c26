package io.directcall.media.bridge;

import io.directcall.media.bridge.BridgeException.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;

/** HTTP to bridges with one deadline for the whole exchange. Whatever breaks below HTTP is {@link Kind#UNREACHABLE}. */
public final class BridgeHttp implements AutoCloseable {
    /** An allocation with many candidates has a few KB; more than this is no bridge. */
    private static final int LARGEST_ANSWER = 4 << 20;

    private final HttpClient client;
    private final Duration timeout;
    private final BridgeCalls calls;

    public BridgeHttp(Vertx vertx, Duration timeout, BridgeCalls calls) {
        int millis = Math.toIntExact(timeout.toMillis());
        // One slow bridge must not queue the calls of others: connections are pooled per bridge.
        this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(millis));
        this.timeout = timeout;
        this.calls = calls;
    }

    /** @param body empty when there is none */
    record Answer(int status, String body) {}

    Uni<Answer> send(String bridge, HttpMethod method, String path, String operation, Buffer body) {
        return Uni.createFrom()
                .completionStage(() -> exchange(bridge, method, path, body).toCompletionStage())
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new BridgeException(Kind.UNREACHABLE, "no answer within " + timeout))
                .onFailure(failure -> !(failure instanceof BridgeException))
                .transform(BridgeHttp::unreachable)
                .invoke(answer -> calls.count(operation, String.valueOf(answer.status())))
                .onFailure()
                .invoke(failure -> calls.count(operation, "unreachable"));
    }

    private Future<Answer> exchange(String bridge, HttpMethod method, String path, Buffer body) {
        var options = new RequestOptions()
                .setMethod(method)
                .setAbsoluteURI(bridge + path)
                .setTimeout(timeout.toMillis())
                .putHeader("accept", "application/json");
        if (body != null) {
            options.putHeader("content-type", "application/json");
        }
        return client.request(options)
                // Reading is arranged before the answer can arrive: what arrives unread is lost.
                .compose(request -> (body == null ? request.send() : request.send(body)).compose(BridgeHttp::read));
    }

    private static Future<Answer> read(HttpClientResponse response) {
        String length = response.getHeader("content-length");
        if (length != null && Long.parseLong(length) > LARGEST_ANSWER) {
            return Future.failedFuture(new BridgeException(Kind.BROKEN, "answer of " + length + " bytes"));
        }
        return response.body().map(body -> new Answer(response.statusCode(), body.toString()));
    }

    private static BridgeException unreachable(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new BridgeException(Kind.UNREACHABLE, message);
    }

    @Override
    public void close() {
        client.close();
    }
}
