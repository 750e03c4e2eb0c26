package io.directcall.system.bench;

import io.directcall.suite.part.PartView;
import io.directcall.system.client.Answer;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.CallTokens;
import io.directcall.system.client.Json;
import io.directcall.system.client.Request;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds how many commands one replica of session-service carries: asks its own port with more and more users at a time, each of whom
 * joins, raises a hand and leaves in a session of its own without a pause, until more of them get no more done.
 */
final class Saturation {
    private static final List<Integer> AT_A_TIME = List.of(1, 2, 4, 8, 16, 32, 64, 128);
    private static final Duration EACH = Duration.ofSeconds(8);
    private static final double WORTHWHILE = 1.05;
    /** A busy moment of the machine is not the end yet. */
    private static final int ATTEMPTS = 2;

    private final RunningSuite suite;
    private final Consumer<String> log;

    Saturation(RunningSuite suite, Consumer<String> log) {
        this.suite = suite;
        this.log = log;
    }

    /**
     * What was found.
     *
     * @param atATime users at which it was found
     */
    record Most(double perSecond, int atATime) {}

    Most find() throws InterruptedException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            return find(vertx);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private Most find(Vertx vertx) throws InterruptedException {
        Random random = new Random(2);
        ApiClient edge = onLoop(vertx, () -> new ApiClient(vertx, suite.run().port(), random));
        ApiClient service = onLoop(vertx, () -> new ApiClient(vertx, port(), random));
        Most most = new Most(0, 0);
        int inVain = 0;
        List<Visitor> visitors = new ArrayList<>();
        for (int atATime : AT_A_TIME) {
            while (visitors.size() < atATime) {
                visitors.add(visitor(vertx, edge, service, "bench-most-" + visitors.size()));
            }
            double perSecond = measure(vertx, visitors);
            log.accept(String.format(Locale.ROOT, "%d at a time: %.0f commands a second", atATime, perSecond));
            inVain = perSecond < most.perSecond() * WORTHWHILE ? inVain + 1 : 0;
            most = perSecond > most.perSecond() ? new Most(perSecond, atATime) : most;
            if (inVain == ATTEMPTS) {
                return most;
            }
        }
        return most;
    }

    private static double measure(Vertx vertx, List<Visitor> visitors) throws InterruptedException {
        long begin = System.nanoTime();
        onLoop(vertx, () -> {
            visitors.forEach(Visitor::start);
            return null;
        });
        TimeUnit.MILLISECONDS.sleep(EACH.toMillis());
        long done =
                onLoop(vertx, () -> visitors.stream().mapToLong(Visitor::stop).sum());
        return done * 1e9 / (System.nanoTime() - begin);
    }

    private int port() {
        return suite.run().parts().stream()
                .filter(part -> part.name().startsWith("session-service"))
                .mapToInt(PartView::port)
                .findFirst()
                .orElseThrow();
    }

    private static Visitor visitor(Vertx vertx, ApiClient edge, ApiClient service, String session) {
        return onLoop(vertx, () -> new CallTokens(edge).of(session, List.of("bench-1")))
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(tokens -> new Visitor(service, session, tokens.getFirst()))
                .join();
    }

    private static <T> T onLoop(Vertx vertx, Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        vertx.runOnContext(now -> done.completeAsync(work, Runnable::run));
        return done.join();
    }

    /** Does one thing after another. */
    private static final class Visitor {
        private final ApiClient service;
        private final String path;
        private final String token;
        private boolean running;
        private boolean underWay;
        private long accepted;

        Visitor(ApiClient service, String session, String token) {
            this.service = service;
            this.path = "/v3/sessions/" + session + "/participants";
            this.token = token;
        }

        void start() {
            accepted = 0;
            running = true;
            if (!underWay) {
                visit();
            }
        }

        long stop() {
            running = false;
            return accepted;
        }

        private void visit() {
            underWay = true;
            ask(HttpMethod.POST, "", "{}")
                    .compose(joined -> {
                        String id = joined.data()
                                .path("participant")
                                .path("participantId")
                                .asText();
                        return ask(HttpMethod.PATCH, "/" + id, Json.write(Map.of("handRaised", true)))
                                .compose(raised -> ask(HttpMethod.DELETE, "/" + id, null));
                    })
                    .onComplete(left -> {
                        underWay = false;
                        if (running) {
                            visit();
                        }
                    });
        }

        private Future<Answer> ask(HttpMethod method, String rest, String body) {
            return service.send(Request.asCaller(method, path + rest, token, body))
                    .onSuccess(answer -> accepted += answer.isAccepted() ? 1 : 0);
        }
    }
}
