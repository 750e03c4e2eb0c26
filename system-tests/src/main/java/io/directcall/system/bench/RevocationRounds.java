package io.directcall.system.bench;

import io.directcall.system.client.Answer;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.CallTokens;
import io.directcall.system.client.EventLoop;
import io.directcall.system.client.Json;
import io.directcall.system.client.MediaClient;
import io.directcall.system.client.Request;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A call in which somebody stays, and others come one by one to be revoked. */
final class RevocationRounds {
    private static final String SESSION = "bench-revocation";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Between two looks at the same thing: so much too long a time may be. */
    private static final int POLL_MILLIS = 2;

    private final EventLoop loop;
    private final ApiClient api;
    private final ApiClient bridge;
    private final CallTokens tokens;
    private int round;

    RevocationRounds(RunningSuite suite, EventLoop loop, int rounds) {
        this.loop = loop;
        this.api = loop.call(() -> new ApiClient(loop.vertx(), suite.run().port(), new Random(1)));
        this.bridge = loop.call(
                () -> new ApiClient(loop.vertx(), suite.part("bridge-1").port(), new Random(2)));
        this.tokens = new CallTokens(api);
        loop.await(() -> tokens.users(
                IntStream.rangeClosed(0, rounds).mapToObj(RevocationRounds::uid).toList()));
        enter(loop.await(() -> tokens.of(SESSION, List.of(uid(0)))).getFirst());
    }

    private static String uid(int number) {
        return "bench-" + number;
    }

    /**
     * Lets the next user come and revokes it.
     *
     * @return how long after the answer to the revocation each service first refused its token, its stream had ended, and its endpoint was gone
     * @throws IllegalStateException when one of these does not come in half a minute
     */
    Map<String, Duration> next() {
        round++;
        String token = loop.await(() -> tokens.of(SESSION, List.of(uid(round)))).getFirst();
        MediaClient client = enter(token);
        return loop.await(() -> revoke(token, client));
    }

    /** Returns when the bridge has its endpoint. */
    private MediaClient enter(String token) {
        MediaClient client =
                loop.call(() -> new MediaClient(loop.vertx(), api, new Random(round), SESSION, token, round));
        loop.await(client::join);
        int inside = round == 0 ? 1 : 2;
        loop.await(() -> until(
                "the bridge has " + inside + " endpoints", () -> endpoints().map(count -> count == inside)));
        loop.await(() -> until(
                "it was offered media",
                () -> Future.succeededFuture(!client.offers().isEmpty() && client.isListening())));
        return client;
    }

    private Future<Map<String, Duration>> revoke(String token, MediaClient client) {
        Request revocation =
                Request.asServer(HttpMethod.POST, "/v3/revocations", Json.write(Map.of("uid", uid(round))));
        return api.send(revocation).compose(answer -> {
            if (!answer.isAccepted()) {
                return Future.failedFuture("Not revoked: " + answer);
            }
            long revoked = System.nanoTime();
            Map<String, Future<Duration>> ends = new LinkedHashMap<>();
            probes(token, client)
                    .forEach((name, probe) -> ends.put(
                            name, until(name, probe).map(done -> Duration.ofNanos(System.nanoTime() - revoked))));
            return Future.all(List.copyOf(ends.values())).map(all -> {
                Map<String, Duration> times = new LinkedHashMap<>();
                ends.forEach((name, end) -> times.put(name, end.result()));
                return times;
            });
        });
    }

    /** What is to become true. No request of them is one that a token may not send: only the revocation speaks against it. */
    private Map<String, Supplier<Future<Boolean>>> probes(String token, MediaClient client) {
        String session = "/v3/sessions/" + SESSION;
        String answer = session + "/participants/" + client.participantId() + "/media/answer";
        Map<String, Supplier<Future<Boolean>>> probes = new LinkedHashMap<>();
        probes.put("token-service", () -> isRefused(HttpMethod.GET, "/v3/call_tokens", token, null));
        probes.put("session-service", () -> isRefused(HttpMethod.GET, session, token, null));
        // Both are refused with 400 as long as the token is good, and change nothing.
        probes.put("events-service", () -> isRefused(HttpMethod.GET, session + "/events?cursor=none", token, null));
        probes.put("media-gateway", () -> isRefused(HttpMethod.POST, answer, token, "{}"));
        probes.put("stream ended", () -> Future.succeededFuture(!client.isListening()));
        probes.put("endpoint gone", () -> endpoints().map(count -> count == 1));
        return probes;
    }

    private Future<Boolean> isRefused(HttpMethod method, String path, String token, String body) {
        Request request = Request.asCaller(method, path, token, body).with("accept", "text/event-stream, */*");
        return api.send(request).map(answer -> answer.code().equals("AUTH_ERR_TOKEN_REVOKED"));
    }

    private Future<Integer> endpoints() {
        return bridge.send(new Request(HttpMethod.GET, "/colibri/stats", Map.of(), null))
                .map(Answer::body)
                .map(stats -> stats.path("local_endpoints").asInt(-1));
    }

    /** To be called on the loop. */
    private Future<Void> until(String what, Supplier<Future<Boolean>> condition) {
        Promise<Void> done = Promise.promise();
        look(what, condition, System.nanoTime() + PATIENCE.toNanos(), done);
        return done.future();
    }

    private void look(String what, Supplier<Future<Boolean>> condition, long deadline, Promise<Void> done) {
        condition.get().onFailure(done::fail).onSuccess(holds -> {
            if (holds) {
                done.complete();
            } else if (System.nanoTime() > deadline) {
                done.fail("In " + PATIENCE.toSeconds() + " s it did not come to: " + what);
            } else {
                loop.vertx().setTimer(POLL_MILLIS, tick -> look(what, condition, deadline, done));
            }
        });
    }
}
