package io.directcall.system.bench;

import io.directcall.system.bench.BigCall.Arrival;
import io.directcall.system.suite.RunningSuite;
import java.time.Duration;
import java.util.Locale;

/** {@code bench join --participants N}: how long it takes into a big call, and how many offers the others get for it. */
final class BigCallBench {
    private final BenchOptions options;
    private final int participants;
    private final int rounds;

    BigCallBench(BenchOptions options, int participants, int rounds) {
        this.options = options;
        this.participants = participants;
        this.rounds = rounds;
    }

    /**
     * What was measured.
     *
     * @param participants of one session
     * @param rounds sessions of each kind
     * @param oneByOne each joins a call that is at rest
     * @param burst all join within a second
     */
    record Report(
            Machine machine, int participants, int rounds, BigCallTimes.Result oneByOne, BigCallTimes.Result burst) {}

    /** @param warmUp goes before */
    void run(Duration warmUp) throws InterruptedException {
        Machine machine = Machine.now();
        options.say(machine.line());
        try (RunningSuite suite = options.startSuite();
                BigCall call = new BigCall(suite, participants)) {
            options.say("Warming up for " + warmUp.toSeconds() + " s");
            long begin = System.nanoTime();
            do {
                call.fill(Arrival.ONE_BY_ONE);
                call.fill(Arrival.BURST);
            } while (System.nanoTime() - begin < warmUp.toNanos());
            options.say("Measuring");
            BigCallTimes oneByOne = new BigCallTimes();
            BigCallTimes burst = new BigCallTimes();
            for (int round = 0; round < rounds; round++) {
                oneByOne.add(call.fill(Arrival.ONE_BY_ONE));
                burst.add(call.fill(Arrival.BURST));
            }
            Report report = new Report(machine, participants, rounds, oneByOne.result(), burst.result());
            options.print(report, text(report));
        }
    }

    private static String text(Report report) {
        return report.machine().line()
                + String.format(
                        Locale.ROOT,
                        "%n%d participants in one session, %d times each. One by one, each into a call at rest:%n",
                        report.participants(),
                        report.rounds())
                + text(report.oneByOne())
                + String.format(Locale.ROOT, "%nAll within a second:%n")
                + text(report.burst());
    }

    private static String text(BigCallTimes.Result result) {
        return Percentiles.table(result.times())
                + String.format(
                        Locale.ROOT,
                        "Offers to each participant: %s; while they joined: %s%n",
                        result.offers().line(),
                        result.offersWhileJoining().line());
    }
}
