package io.directcall.system.faults;

import io.directcall.system.client.ApiClient;
import io.directcall.system.client.CallTokens;
import io.directcall.system.faults.verify.Finding;
import io.directcall.system.faults.verify.Finding.Kind;
import io.directcall.system.faults.verify.SessionVerdict;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Uses a suite at random while parts of it are killed at random, ends all sessions, waits until all is quiet and verifies what everybody
 * saw. Commands and streams live on one event loop; the caller's thread kills, waits and looks.
 */
public final class FaultsRun {
    /** A part that was killed last must come back, and what waited for it must arrive. */
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    /** Idle period and notice, streams that are missed for 25 s, and what waits behind them. */
    private static final Duration QUIET = Duration.ofMinutes(2);
    /** A bridge forgets an endpoint that never sent media after two minutes by itself; it should not have to. */
    private static final Duration EMPTY = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(250);

    private final RunningSuite suite;
    private final Consumer<String> log;

    /** @param log told how it goes */
    public FaultsRun(RunningSuite suite, Consumer<String> log) {
        this.suite = suite;
        this.log = log;
    }

    /**
     * What to do.
     *
     * @param sessions in use at the same time
     * @param perSecond commands, retries not counted
     * @param time that commands are sent and parts killed
     */
    public record Settings(int sessions, double perSecond, Duration time, long seed) {}

    /** Options of {@code up} for a suite in which one replica of what is killed can stand in for another. */
    public static String[] options() {
        return new String[] {"--replicas", "session-service=2", "--replicas", "events-service=3"};
    }

    /** Takes a few minutes longer than the settings' time. */
    public FaultsReport run(Settings settings) throws InterruptedException {
        log.accept("Seed " + settings.seed());
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        try {
            return run(vertx, settings);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private FaultsReport run(Vertx vertx, Settings settings) throws InterruptedException {
        Random random = new Random(settings.seed());
        ApiClient api = onLoop(vertx, () -> new ApiClient(vertx, suite.run().port(), random));
        Cast cast = new Cast(new CallTokens(api), random);
        onLoop(vertx, cast::assemble).toCompletionStage().toCompletableFuture().join();
        RandomUse use = new RandomUse(vertx, api, random, cast);

        Instant begin = Instant.now();
        FaultPlan faults = new FaultPlan(
                suite, new Random(settings.seed() + 1), since -> onLoop(vertx, () -> use.servesSince(since)), log);
        onLoop(vertx, () -> {
            use.start(settings.sessions(), settings.perSecond());
            return null;
        });
        faults.run(settings.time());
        Instant end = Instant.now();
        onLoop(vertx, () -> {
            use.stop();
            return null;
        });

        var aftermath = new Aftermath(suite);
        within(RECOVERY, aftermath::allReady);
        within(RECOVERY, () -> onLoop(vertx, () -> use.sessions().stream().allMatch(LiveSession::isIdle)));
        dismissUnknown(vertx, use, aftermath);
        log.accept("Ending all sessions");
        Ending ending = new Ending(vertx, random);
        Instant ended = Instant.now();
        onLoop(vertx, () -> {
            use.sessions().forEach(ending::begin);
            return null;
        });
        within(QUIET, () -> onLoop(vertx, () -> use.sessions().stream().allMatch(LiveSession::isQuiet)));
        Instant quiet = Instant.now();
        List<Finding> findings = onLoop(vertx, () -> restless(use));
        within(EMPTY, () -> aftermath.allReady() && aftermath.bridgesAreEmpty() && aftermath.outboxesAreEmpty());
        Instant empty = Instant.now();

        List<LiveSession> sessions = onLoop(vertx, () -> {
            use.sessions().forEach(LiveSession::close);
            return List.copyOf(use.sessions());
        });
        var figures = new Figures(sessions);
        List<SessionVerdict> verdicts = new ArrayList<>();
        for (LiveSession session : sessions) {
            SessionVerdict verdict = SessionVerdict.of(session.trace());
            verdicts.add(verdict);
            findings.addAll(verdict.findings());
            findings.addAll(aftermath.findings(session.id(), verdict.events()));
        }
        findings.addAll(figures.findings());
        findings.addAll(aftermath.findings());
        return figures.report(
                settings,
                onLoop(vertx, use::mostListening),
                faults.kills(),
                begin,
                end,
                Duration.between(ended, quiet),
                Duration.between(quiet, empty),
                verdicts,
                findings);
    }

    private static List<Finding> restless(RandomUse use) {
        return use.sessions().stream()
                .filter(session -> !session.isQuiet())
                .map(session -> new Finding(Kind.NOT_ENDED, session.id(), 0, "is still in use: " + session.streams()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Of a session whose commands all stayed without an answer, nobody would ever hear that it ended. */
    private static void dismissUnknown(Vertx vertx, RandomUse use, Aftermath aftermath) {
        List<LiveSession> unsure = onLoop(
                vertx,
                () -> use.sessions().stream().filter(LiveSession::isUnsure).toList());
        List<LiveSession> unknown = unsure.stream()
                .filter(session -> aftermath.isUnknown(session.id()))
                .toList();
        onLoop(vertx, () -> {
            unknown.forEach(LiveSession::dismiss);
            return null;
        });
    }

    private static void within(Duration time, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    private static <T> T onLoop(Vertx vertx, Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        vertx.runOnContext(now -> done.completeAsync(work, Runnable::run));
        return done.join();
    }
}
