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

/** Kills parts at random times; the launcher starts them again. A part that is not ready yet is left alone. */
final class FaultPlan {
    private static final Predicate<String> VICTIMS =
            Pattern.compile("session-service(-\\d+)?|kafka|postgres").asMatchPredicate();

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(9);

    private final RunningSuite suite;
    private final Random random;
    private final Consumer<String> log;
    private final Map<String, Integer> kills = new TreeMap<>();

    /** @param log told of each kill */
    FaultPlan(RunningSuite suite, Random random, Consumer<String> log) {
        this.suite = suite;
        this.random = random;
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

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(random.nextLong(SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis()));
    }
}
