package io.directcall.system.bench;

import io.directcall.contracts.session.SessionEvent;
import io.directcall.system.client.Answer;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.CallTokens;
import io.directcall.system.client.EventSubscriber;
import io.directcall.system.client.Json;
import io.directcall.system.client.Request;
import io.directcall.system.client.SseParser.Event;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Sends commands at a steady rate, whatever becomes of those before, and takes the time from the moment at which each was due: a stall
 * of the suite counts for all commands that it held up. Each session has two who stay and listen, and one who joins, raises a hand and
 * leaves, again and again. All on one event loop.
 */
final class SteadyUse implements AutoCloseable {
    private static final int SESSIONS = 50;
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Random random = new Random(1);
    private final ApiClient api;
    private final List<Room> rooms = new ArrayList<>();
    private final List<EventSubscriber> subscribers = new ArrayList<>();
    private Times times = new Times();
    private int next;

    SteadyUse(RunningSuite suite) {
        api = onLoop(() -> new ApiClient(vertx, suite.run().port(), random));
        CallTokens tokens = new CallTokens(api);
        onLoop(() -> tokens.users(List.of("bench-1", "bench-2", "bench-3")))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        for (int number = 0; number < SESSIONS; number++) {
            String session = "bench-" + Long.toHexString(random.nextLong());
            rooms.add(onLoop(() -> tokens.of(session, List.of("bench-1", "bench-2", "bench-3"))
                            .map(found -> new Room(session, found)))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join());
        }
        rooms.forEach(room ->
                onLoop(room::open).toCompletionStage().toCompletableFuture().join());
    }

    /** Times in microseconds. */
    static final class Times {
        private final Histogram sentToAnswered = Percentiles.histogram();
        private final Histogram answeredToEvent = Percentiles.histogram();
        private final Histogram sentToEvent = Percentiles.histogram();
        private long failed;

        Histogram sentToAnswered() {
            return sentToAnswered;
        }

        /** Zero for events that came before the answer. */
        Histogram answeredToEvent() {
            return answeredToEvent;
        }

        Histogram sentToEvent() {
            return sentToEvent;
        }

        long failed() {
            return failed;
        }
    }

    /** Goes on for this long; what is under way then still counts. */
    Times run(int perSecond, Duration time) throws InterruptedException {
        Times measured = new Times();
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long begin = System.nanoTime();
        onLoop(() -> {
            times = measured;
            return null;
        });
        for (long i = 0; i * interval < time.toNanos(); i++) {
            long due = begin + i * interval;
            long ahead = due - System.nanoTime();
            if (ahead > 0) {
                TimeUnit.NANOSECONDS.sleep(ahead);
            }
            vertx.runOnContext(now -> step(due));
        }
        TimeUnit.MILLISECONDS.sleep(SETTLE.toMillis());
        return onLoop(() -> {
            times = new Times();
            return measured;
        });
    }

    @Override
    public void close() {
        onLoop(() -> {
            subscribers.forEach(EventSubscriber::close);
            return null;
        });
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void step(long due) {
        for (int tries = 0; tries < rooms.size(); tries++) {
            Room room = rooms.get(next++ % rooms.size());
            if (!room.busy) {
                room.step(due);
                return;
            }
        }
        // All are busy: the command that could not be sent counts as failed rather than not at all.
        times.failed++;
    }

    private <T> T onLoop(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        vertx.runOnContext(now -> done.completeAsync(work, Runnable::run));
        return done.join();
    }

    /** A command until its events are there. */
    private static final class Pending {
        private final long due;
        private final List<Long> arrivals = new ArrayList<>();
        private long answered;

        Pending(long due) {
            this.due = due;
        }
    }

    /** One session. */
    private final class Room {
        private final String session;
        private final List<String> tokens;
        private final Map<String, Pending> pending = new HashMap<>();
        private String guest;
        private boolean handRaised;
        private boolean busy;

        Room(String session, List<String> tokens) {
            this.session = session;
            this.tokens = tokens;
        }

        /** Two join and listen. */
        Future<Void> open() {
            return join(tokens.get(0)).compose(first -> {
                listen(first, tokens.get(0));
                return join(tokens.get(1)).map(second -> {
                    listen(second, tokens.get(1));
                    return null;
                });
            });
        }

        void step(long due) {
            busy = true;
            Pending command = new Pending(due);
            if (guest == null) {
                join(tokens.get(2)).onSuccess(answer -> {
                    guest = idIn(answer);
                    done(command, answer, "joined " + guest);
                });
            } else if (handRaised) {
                String leaving = guest;
                guest = null;
                handRaised = false;
                send(HttpMethod.DELETE, "/" + leaving, null)
                        .onSuccess(answer -> done(command, answer, "left " + leaving));
            } else {
                handRaised = true;
                String raising = guest;
                send(HttpMethod.PATCH, "/" + guest, Json.write(Map.of("handRaised", true)))
                        .onSuccess(answer -> done(command, answer, "raised " + raising));
            }
        }

        private void done(Pending command, Answer answer, String what) {
            busy = false;
            command.answered = System.nanoTime();
            if (!answer.isAccepted()) {
                times.failed++;
                return;
            }
            record(times.sentToAnswered, command.answered - command.due);
            Pending early = pending.remove(what);
            pending.put(what, command);
            if (early != null) {
                early.arrivals.forEach(at -> arrived(command, at));
            }
        }

        private void heard(Event event) {
            String what = about(event);
            if (what == null) {
                return;
            }
            long now = System.nanoTime();
            Pending command = pending.computeIfAbsent(what, unknown -> new Pending(0));
            command.arrivals.add(now);
            if (command.due != 0) {
                arrived(command, now);
            }
        }

        private void arrived(Pending command, long at) {
            record(times.sentToEvent, at - command.due);
            record(times.answeredToEvent, Math.max(0, at - command.answered));
        }

        private String about(Event event) {
            return switch (event.type()) {
                case "ParticipantJoined" ->
                    "joined "
                            + Json.read(event.data(), SessionEvent.ParticipantJoined.class)
                                    .participant()
                                    .participantId();
                case "ParticipantUpdated" ->
                    "raised "
                            + Json.read(event.data(), SessionEvent.ParticipantUpdated.class)
                                    .participant()
                                    .participantId();
                case "ParticipantLeft" ->
                    "left "
                            + Json.read(event.data(), SessionEvent.ParticipantLeft.class)
                                    .participantId();
                default -> null;
            };
        }

        private Future<Answer> join(String token) {
            return api.send(Request.asCaller(HttpMethod.POST, path(), token, "{}"));
        }

        private Future<Answer> send(HttpMethod method, String rest, String body) {
            return api.send(Request.asCaller(method, path() + rest, tokens.get(2), body));
        }

        private void listen(Answer joined, String token) {
            String cursor = joined.data().path("cursor").asText();
            var subscriber = EventSubscriber.of(vertx, api, random, session, idIn(joined), token, cursor, this::heard);
            subscribers.add(subscriber);
            subscriber.open();
        }

        private String path() {
            return "/v3/sessions/" + session + "/participants";
        }

        private static String idIn(Answer joined) {
            return joined.data().path("participant").path("participantId").asText();
        }

        private static void record(Histogram histogram, long nanos) {
            Percentiles.record(histogram, Duration.ofNanos(nanos));
        }
    }
}
