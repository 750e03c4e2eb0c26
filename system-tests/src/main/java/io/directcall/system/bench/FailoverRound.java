package io.directcall.system.bench;

import io.directcall.system.bench.VideoCall.Outage;
import io.directcall.system.browser.Chromium;
import io.directcall.system.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Places calls on the bridges of a suite, lets something happen to the bridge with most of them, and tells what the participants saw. */
final class FailoverRound implements AutoCloseable {
    private static final int PLACING_SECONDS = 120;
    private static final int RECOVERY_SECONDS = 60;
    /** An interruption that begins late must not be missed. */
    private static final int AFTERMATH_SECONDS = 3;
    /** Pages and services that have just made connections are busy for some seconds more. */
    private static final int REST_SECONDS = 5;

    private final RunningSuite suite;
    private final Bridges bridges;
    private final Chromium browser = Chromium.startForMany();
    private final Consumer<String> say;
    private final List<VideoCall> calls = new ArrayList<>();
    private final Map<VideoCall, Set<String>> participants = new HashMap<>();

    FailoverRound(RunningSuite suite, Bridges bridges, Consumer<String> say) {
        this.suite = suite;
        this.bridges = bridges;
        this.say = say;
    }

    /**
     * What came out.
     *
     * @param concerned participants of calls on the bridge
     * @param outages of those who saw all others again
     * @param thrownOut participants of any call who are not in their session any more
     */
    record Result(int concerned, List<Outage> outages, int thrownOut) {}

    /** @throws IllegalStateException when the calls don't come about, or one bridge gets none */
    void place(int count, int size) {
        String link = suite.link();
        for (int number = 0; number < count; number++) {
            calls.add(VideoCall.place(browser, link, "failover-" + UUID.randomUUID(), size));
        }
        try {
            await("everybody sees all others", PLACING_SECONDS, () -> blind(calls) == 0);
        } catch (IllegalStateException tooLong) {
            calls.forEach(call -> say.accept(call.status()));
            throw tooLong;
        }
        calls.forEach(call -> participants.put(call, bridges.participants(call.session())));
    }

    /** Moves all calls between the bridges, again and again: what a service does for the first time takes it long. */
    void warmUp(Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            await("both bridges are available", PLACING_SECONDS, bridges::areAvailable);
            calls.forEach(call -> bridges.move(call.session()));
            rest();
            await("everybody sees all others", PLACING_SECONDS, () -> blind(calls) == 0);
        }
    }

    /** Lets the calls run undisturbed for a while. */
    void rest() {
        browser.idle(REST_SECONDS * 1_000);
    }

    Result run(Incident incident) {
        Map<String, Set<String>> sessions = new HashMap<>();
        bridges.names().forEach(name -> sessions.put(name, bridges.sessions(name)));
        String bridge = bridges.names().stream()
                .max(Comparator.comparingInt(name -> sessions.get(name).size()))
                .orElseThrow();
        List<VideoCall> concerned = calls.stream()
                .filter(call -> sessions.get(bridge).contains(call.session()))
                .toList();
        if (concerned.size() == calls.size()) {
            throw new IllegalStateException("All calls are on " + bridge);
        }
        say.accept(concerned.size() + " of " + calls.size() + " calls are on " + bridge + ": " + incident);
        double begin = System.currentTimeMillis();
        incident.happen(suite, bridges, bridge, sessions.get(bridge));
        awaitRecovery(concerned, bridge, incident);
        Result result = new Result(
                concerned.size() * participants.get(concerned.getFirst()).size(),
                concerned.stream().flatMap(call -> call.outages(begin)).toList(),
                calls.stream().mapToInt(this::missing).sum());
        incident.undo(suite, bridges, bridge);
        await("all bridges are available again", PLACING_SECONDS, bridges::areAvailable);
        return result;
    }

    /** Who is not back by then is told by the result. */
    private void awaitRecovery(List<VideoCall> concerned, String bridge, Incident incident) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS);
        Set<String> waiting = new HashSet<>();
        concerned.forEach(call -> waiting.add(call.session()));
        // A bridge that crashed may get its conferences again.
        while (incident != Incident.CRASH
                && overlap(bridges.sessions(bridge), waiting)
                && System.nanoTime() < deadline) {
            browser.idle(200);
        }
        browser.idle(AFTERMATH_SECONDS * 1_000);
        while (blind(concerned) > 0 && System.nanoTime() < deadline) {
            browser.idle(500);
        }
    }

    private static boolean overlap(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private int missing(VideoCall call) {
        Set<String> gone = new HashSet<>(participants.get(call));
        gone.removeAll(bridges.participants(call.session()));
        return gone.size();
    }

    private static int blind(Collection<VideoCall> calls) {
        return calls.stream().mapToInt(VideoCall::blind).sum();
    }

    private void await(String what, int seconds, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited in vain for " + seconds + " s until " + what);
            }
            browser.idle(500);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
