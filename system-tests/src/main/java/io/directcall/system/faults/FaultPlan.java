package io.directcall.system.faults;

import io.directcall.suite.part.PartState;
import io.directcall.suite.part.PartView;
import io.directcall.system.suite.RunningSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Kills parts at random times; the launcher starts them again. A part that is not ready yet is left alone. Most kills wait until the suite
 * serves again, or a row of unlucky ones keeps it away for the whole run and nothing is tested; one in four does not, since troubles overlap.
 */
final class FaultPlan {
    /** An only replica of events-service is left alone: nobody could tell that its streams are gone. */
    private static final Predicate<String> VICTIMS = Pattern.compile(
                    "session-service(-\\d+)?|events-service-\\d+|kafka|postgres")
            .asMatchPredicate();

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(9);

    private static final int OVERLAPS_OF_FOUR = 1;
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(250);

    private final RunningSuite suite;
    private final Random random;
    private final Predicate<Instant> servesSince;
    private final Consumer<String> log;
    private final Map<String, Integer> kills = new TreeMap<>();

    /**
     * @param servesSince whether a command was accepted after an instant
     * @param log told of each kill
     */
    FaultPlan(RunningSuite suite, Random random, Predicate<Instant> servesSince, Consumer<String> log) {
        this.suite = suite;
        this.random = random;
        this.servesSince = servesSince;
        this.log = log;
        parts().forEach(name -> kills.put(name, 0));
    }

    /** Goes on for this long. */
    void run(Duration time) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        pause();
        while (Instant.now().isBefore(end)) {
            killOne();
            pause();
            if (random.nextInt(4) >= OVERLAPS_OF_FOUR) {
                awaitService();
            }
        }
    }

    /** How often each part was killed. */
    Map<String, Integer> kills() {
        return new TreeMap<>(kills);
    }

    private void killOne() {
        var ready = suite.run().parts().stream()
                .filter(part -> kills.containsKey(part.name()) && part.state() == PartState.READY)
                .map(PartView::name)
                .toList();
        if (!ready.isEmpty()) {
            String victim = ready.get(random.nextInt(ready.size()));
            log.accept(Instant.now() + " kills " + victim);
            suite.kill(victim);
            kills.merge(victim, 1, Integer::sum);
        }
    }

    private List<String> parts() {
        return suite.run().parts().stream().map(PartView::name).filter(VICTIMS).toList();
    }

    /** Who is not served for so long finds it in the report. */
    private void awaitService() throws InterruptedException {
        Instant now = Instant.now();
        while (!servesSince.test(now) && Instant.now().isBefore(now.plus(LONGEST_OUTAGE))) {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextLong(SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis()));
    }
}
