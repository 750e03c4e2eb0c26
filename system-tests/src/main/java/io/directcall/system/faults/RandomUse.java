package io.directcall.system.faults;

import io.directcall.contracts.session.CallType;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.Json;
import io.directcall.system.faults.Seat.Phase;
import io.directcall.system.faults.verify.Command;
import io.directcall.system.faults.verify.Execution.Result;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Uses a number of sessions at the same time, one random command after another at a steady rate, whether or not those before were
 * answered. A session that ends is replaced by a new one. Lives on one event loop.
 */
final class RandomUse {
    /** Seconds that one may be alone. Shorter than the notice, so the warning comes at once. */
    private static final int IDLE_PERIOD = 30;

    private static final int MOST_PARTICIPANTS = 4;
    private static final int TRIES = 20;
    private static final int STAYS_OF_TEN = 8;
    private static final int SLOWEST_ANSWER_MS = 8_000;
    private static final int COUNT_MS = 1_000;

    private final Vertx vertx;
    private final ApiClient api;
    private final Random random;
    private final Cast cast;
    private final List<LiveSession> inUse = new ArrayList<>();
    private final List<LiveSession> all = new ArrayList<>();
    private int asked;
    private long mostListening;
    private boolean stopped;

    RandomUse(Vertx vertx, ApiClient api, Random random, Cast cast) {
        this.vertx = vertx;
        this.api = api;
        this.random = random;
        this.cast = cast;
    }

    /** Keeps so many sessions in use at this rate until {@link #stop}. */
    void start(int sessions, double perSecond) {
        vertx.setPeriodic(COUNT_MS, second -> mostListening = Math.max(mostListening, listening()));
        vertx.setPeriodic(Math.max(1, Math.round(1_000 / perSecond)), tick -> {
            if (stopped) {
                vertx.cancelTimer(tick);
            } else {
                replaceEnded(sessions);
                step();
            }
        });
    }

    void stop() {
        stopped = true;
    }

    /** Whether any command was accepted after this instant. */
    boolean servesSince(Instant instant) {
        return all.stream()
                .flatMap(session -> session.executions().stream())
                .anyMatch(execution -> execution.result() == Result.ACCEPTED
                        && execution.answeredAt().isAfter(instant));
    }

    /** The most subscribers that had an open stream at the same time. */
    long mostListening() {
        return mostListening;
    }

    private long listening() {
        return all.stream().mapToLong(LiveSession::listening).sum();
    }

    /** Those that were ever used. */
    List<LiveSession> sessions() {
        return all;
    }

    private void replaceEnded(int sessions) {
        inUse.removeIf(LiveSession::hasEnded);
        if (inUse.size() + asked < sessions) {
            asked++;
            String id = "faults-" + Long.toHexString(random.nextLong());
            cast.seatsOf(id).onComplete(seats -> {
                asked--;
                if (seats.succeeded() && !stopped) {
                    var session = new LiveSession(vertx, api, random, id, seats.result(), this::warned);
                    inUse.add(session);
                    all.add(session);
                }
            });
        }
    }

    private void step() {
        for (int tries = 0; tries < TRIES && !inUse.isEmpty(); tries++) {
            LiveSession session = inUse.get(random.nextInt(inUse.size()));
            if (!session.hasEnded() && use(session)) {
                return;
            }
        }
    }

    /** False when there is nothing that it could do now. */
    private boolean use(LiveSession session) {
        if (session.anchor().phase() != Phase.IN) {
            return session.anchor().phase() == Phase.OUT && join(session, session.anchor());
        }
        List<Seat> free = session.free();
        if (free.isEmpty()) {
            return false;
        }
        Seat by = free.get(random.nextInt(free.size()));
        int dice = random.nextInt(1_000);
        if (dice < 300) {
            return joinNext(session);
        }
        if (dice < 650) {
            return changeOwn(session, by);
        }
        if (dice < 780) {
            return muteOther(session, by);
        }
        if (dice < 860) {
            session.switchToVideo(by);
            return true;
        }
        if (dice < 880) {
            session.keepAlive(by);
            return true;
        }
        return goAway(session, by, dice);
    }

    private boolean goAway(LiveSession session, Seat by, int dice) {
        if (by == session.anchor()) {
            if (dice < 890) {
                session.endAsModerator();
                return true;
            }
            return dice < 920 && kick(session);
        }
        if (dice < 900) {
            session.vanish(by);
        } else {
            session.leave(by);
        }
        return true;
    }

    private boolean kick(LiveSession session) {
        List<Seat> others = others(session, session.anchor());
        if (others.isEmpty()) {
            return false;
        }
        session.kick(others.get(random.nextInt(others.size())));
        return true;
    }

    private boolean joinNext(LiveSession session) {
        List<Seat> out = session.seats(Phase.OUT);
        int present =
                session.seats(Phase.IN).size() + session.seats(Phase.MOVING).size();
        // Some sessions are small by their name, so that the last one in them is warned.
        int most = 1 + Math.floorMod(session.id().hashCode(), MOST_PARTICIPANTS);
        return present < most && !out.isEmpty() && join(session, out.get(random.nextInt(out.size())));
    }

    private boolean join(LiveSession session, Seat seat) {
        CallType type = random.nextBoolean() ? CallType.AUDIO : CallType.VIDEO;
        session.join(seat, Json.write(Map.of("callType", type, "idlePeriod", IDLE_PERIOD)));
        return true;
    }

    private boolean changeOwn(LiveSession session, Seat seat) {
        switch (random.nextInt(3)) {
            case 0 -> update(session, seat, seat, "audioMuted", random.nextBoolean());
            case 1 -> update(session, seat, seat, "videoPaused", random.nextBoolean());
            default -> {
                seat.raise(!seat.handRaised());
                update(session, seat, seat, "handRaised", seat.handRaised());
            }
        }
        return true;
    }

    private boolean muteOther(LiveSession session, Seat by) {
        List<Seat> others = others(session, by);
        if (others.isEmpty()) {
            return false;
        }
        Seat target = others.get(random.nextInt(others.size()));
        update(session, by, target, random.nextBoolean() ? "audioMuted" : "videoPaused", true);
        return true;
    }

    private static void update(LiveSession session, Seat by, Seat target, String field, boolean value) {
        var change = new Command.Change(
                field.equals("audioMuted") ? value : null,
                field.equals("videoPaused") ? value : null,
                field.equals("handRaised") ? value : null);
        session.update(by, target, change, Json.write(Map.of(field, value)));
    }

    private static List<Seat> others(LiveSession session, Seat than) {
        return session.seats(Phase.IN).stream().filter(seat -> seat != than).toList();
    }

    /** Most who are warned want to stay. */
    private void warned(LiveSession session) {
        if (!stopped && random.nextInt(10) < STAYS_OF_TEN) {
            vertx.setTimer(
                    1 + random.nextInt(SLOWEST_ANSWER_MS),
                    later -> session.free().stream().findFirst().ifPresent(session::keepAlive));
        }
    }
}
