package io.directcall.system.bench;

import io.directcall.system.client.EventLoop;
import io.directcall.system.suite.RunningSuite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a revoked call token still opens something, and how long what it had opened lasts. */
@Command(
        name = "revocation",
        description =
                "Revokes the tokens of users in a call; time until each service refuses them, stream and media end.")
final class RevocationCommand implements Callable<Integer> {
    private static final int WARM_UP = 5;

    @Mixin
    private BenchOptions options;

    @Option(names = "--rounds", defaultValue = "50", description = "How many users are revoked (${DEFAULT-VALUE}).")
    private int rounds;

    /**
     * What was measured.
     *
     * @param loadAverage of the last minute, at the end
     * @param times in milliseconds from the answer to the revocation, by what ended
     */
    record Report(Machine machine, double loadAverage, int rounds, Map<String, Percentiles> times) {
        private String text() {
            return machine.line()
                    + String.format(
                            Locale.ROOT,
                            "%n%d users, one after the other, are revoked while they are in a call (load average %.2f at the end)."
                                    + " From the answer%nto the revocation until%n%n",
                            rounds,
                            loadAverage)
                    + Percentiles.table(times);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        Machine machine = Machine.now();
        options.say(machine.line());
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        try (RunningSuite suite = options.startSuite();
                EventLoop loop = new EventLoop()) {
            RevocationRounds call = new RevocationRounds(suite, loop, WARM_UP + rounds);
            for (int round = 0; round < WARM_UP + rounds; round++) {
                options.say("Round " + (round + 1) + " of " + (WARM_UP + rounds));
                Map<String, Duration> times = call.next();
                if (round >= WARM_UP) {
                    times.forEach((name, time) -> Percentiles.record(
                            histograms.computeIfAbsent(name, none -> Percentiles.histogram()), time));
                }
            }
        }
        Map<String, Percentiles> times = new LinkedHashMap<>();
        histograms.forEach((name, histogram) -> times.put(name, Percentiles.of(histogram)));
        Report report = new Report(machine, Machine.now().loadAverage(), rounds, times);
        options.print(report, report.text());
        return CommandLine.ExitCode.OK;
    }
}
