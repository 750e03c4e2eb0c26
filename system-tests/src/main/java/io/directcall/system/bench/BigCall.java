package io.directcall.system.bench;

import io.directcall.system.client.ApiClient;
import io.directcall.system.client.CallTokens;
import io.directcall.system.client.EventLoop;
import io.directcall.system.client.MediaClient;
import io.directcall.system.client.Request;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Fills one session with clients that answer their offers, in one of two ways, and tells what offers they got. */
final class BigCall implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BURST = Duration.ofSeconds(1);
    private static final int POLL_MILLIS = 2;

    private final EventLoop loop = new EventLoop();
    private final Random random = new Random(1);
    private final ApiClient api;
    private final CallTokens tokens;
    private final List<String> uids;

    /** @param size how many there are in the session in the end */
    BigCall(RunningSuite suite, int size) {
        uids = IntStream.rangeClosed(1, size).mapToObj(n -> "bench-" + n).toList();
        api = loop.call(() -> new ApiClient(loop.vertx(), suite.run().port(), random));
        tokens = new CallTokens(api);
        loop.await(() -> tokens.users(uids));
    }

    /** How they come. */
    enum Arrival {
        /** Each when all before have an offer that carries all others. */
        ONE_BY_ONE,
        /** All within a second, evenly. */
        BURST
    }

    /**
     * One session from the first join until everybody's newest offer carries all others; then it is ended.
     *
     * @throws IllegalStateException when it does not come that far in a minute, or an answer is refused
     */
    List<MediaClient> fill(Arrival arrival) throws InterruptedException {
        String session = "bench-" + Long.toHexString(random.nextLong());
        List<String> callTokens = loop.await(() -> tokens.of(session, uids));
        List<MediaClient> clients = new ArrayList<>();
        for (String token : callTokens) {
            clients.add(new MediaClient(loop.vertx(), api, random, session, token, clients.size()));
        }
        switch (arrival) {
            case ONE_BY_ONE -> oneByOne(clients);
            case BURST -> burst(clients);
        }
        waitUntil("an offer that carries all others is missing", () -> isComplete(clients));
        int refused =
                loop.call(() -> clients.stream().mapToInt(MediaClient::refused).sum());
        if (refused > 0) {
            throw new IllegalStateException(refused + " answers were refused");
        }
        end(session, clients);
        return clients;
    }

    private void oneByOne(List<MediaClient> clients) throws InterruptedException {
        for (int present = 1; present <= clients.size(); present++) {
            List<MediaClient> inside = clients.subList(0, present);
            loop.await(inside.getLast()::join);
            waitUntil("an offer that carries all others is missing", () -> isComplete(inside));
        }
    }

    private void burst(List<MediaClient> clients) throws InterruptedException {
        List<Future<Void>> joins = new ArrayList<>();
        long begin = System.nanoTime();
        for (MediaClient client : clients) {
            long due = begin + BURST.toNanos() * joins.size() / clients.size();
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            joins.add(loop.call(client::join));
        }
        loop.await(() -> Future.all(joins));
    }

    private void end(String session, List<MediaClient> clients) throws InterruptedException {
        loop.await(() -> api.send(Request.asServer(HttpMethod.DELETE, "/v3/sessions/" + session, null)));
        waitUntil("the session does not end for all", () -> clients.stream().allMatch(MediaClient::isOver));
    }

    private static boolean isComplete(List<MediaClient> inside) {
        return inside.stream()
                .map(MediaClient::offers)
                .allMatch(offers -> !offers.isEmpty() && offers.getLast().others() == inside.size() - 1);
    }

    /** @param condition asked on the loop */
    private void waitUntil(String failure, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!loop.call(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("After " + PATIENCE.toSeconds() + " s " + failure);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
