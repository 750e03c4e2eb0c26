package io.directcall.system.bench;

import io.directcall.system.bench.VideoCall.Outage;
import io.directcall.system.client.EventLoop;
import io.directcall.system.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long participants in real browsers don't see each other when their bridge dies, is emptied, or their call is moved. */
@Command(
        name = "failover",
        description = "Takes one of two bridges away from running calls; time until everybody sees all others again.")
final class FailoverCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Option(names = "--calls", defaultValue = "10", description = "Calls at a time (${DEFAULT-VALUE}).")
    private int calls;

    @Option(names = "--size", defaultValue = "3", description = "Participants of each, 3 at most (${DEFAULT-VALUE}).")
    private int size;

    @Option(names = "--rounds", defaultValue = "3", description = "How often, with new calls (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            description = "Seconds of moving calls before (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--how",
            defaultValue = "kill",
            description = "kill: the bridge is killed and stays away; crash: it is killed and started again at once;"
                    + " drain: it is drained; move: each of its calls is moved (${DEFAULT-VALUE}).")
    private Incident incident;

    /**
     * What was measured.
     *
     * @param loadAverage of the last minute, at the end
     * @param concerned participants on the bridge, in all rounds
     * @param notBack of them, those who did not see all others again
     * @param thrownOut participants who were not in their session any more
     * @param times in milliseconds, by name
     */
    record Report(
            Machine machine,
            double loadAverage,
            Incident how,
            int calls,
            int size,
            int rounds,
            int concerned,
            int notBack,
            int thrownOut,
            Map<String, Percentiles> times) {}

    @Override
    public Integer call() throws InterruptedException {
        Machine machine = Machine.now();
        options.say(machine.line());
        List<FailoverRound.Result> results;
        try (RunningSuite suite = options.startSuite("--bridges", "2");
                EventLoop loop = new EventLoop()) {
            Bridges bridges = new Bridges(suite, loop);
            warmUp(suite, bridges);
            results = rounds(suite, bridges);
        }
        Report report = report(machine, results);
        options.print(report, text(report));
        return report.notBack() + report.thrownOut() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void warmUp(RunningSuite suite, Bridges bridges) {
        options.say("Warming up for " + warmUp + " s");
        try (FailoverRound round = new FailoverRound(suite, bridges, options::say)) {
            round.place(calls, size);
            round.warmUp(Duration.ofSeconds(warmUp));
        }
    }

    private List<FailoverRound.Result> rounds(RunningSuite suite, Bridges bridges) throws InterruptedException {
        List<FailoverRound.Result> results = new ArrayList<>();
        for (int number = 1; number <= rounds; number++) {
            options.say("Round " + number + ": placing " + calls + " calls of " + size);
            try (FailoverRound round = new FailoverRound(suite, bridges, options::say)) {
                round.place(calls, size);
                round.rest();
                FailoverRound.Result result = round.run(incident);
                options.say(result.outages().size() + " of " + result.concerned() + " see all others again, "
                        + result.thrownOut() + " were thrown out");
                results.add(result);
            }
        }
        return results;
    }

    private Report report(Machine machine, List<FailoverRound.Result> results) {
        List<Outage> outages =
                results.stream().flatMap(result -> result.outages().stream()).toList();
        int concerned =
                results.stream().mapToInt(FailoverRound.Result::concerned).sum();
        Map<String, Percentiles> times = new LinkedHashMap<>();
        times.put("until all are seen again", percentiles(outages, Outage::untilBack));
        times.put("longest pause", percentiles(outages, Outage::pause));
        return new Report(
                machine,
                Machine.now().loadAverage(),
                incident,
                calls,
                size,
                rounds,
                concerned,
                concerned - outages.size(),
                results.stream().mapToInt(FailoverRound.Result::thrownOut).sum(),
                times);
    }

    private static Percentiles percentiles(List<Outage> outages, ToDoubleFunction<Outage> millis) {
        Histogram histogram = Percentiles.histogram();
        outages.forEach(outage ->
                Percentiles.record(histogram, Duration.ofNanos(Math.round(millis.applyAsDouble(outage) * 1e6))));
        return Percentiles.of(histogram);
    }

    private static String text(Report report) {
        return report.machine().line()
                + String.format(
                        Locale.ROOT,
                        "%n%d rounds of %d calls of %d on two bridges, then %s; load average %.2f at the end.%n"
                                + "Of %d participants concerned %d did not see all others again; %d were thrown out.%n"
                                + "Cameras send 5 frames a second, so 200 ms of each pause are no pause.%n",
                        report.rounds(),
                        report.calls(),
                        report.size(),
                        report.how(),
                        report.loadAverage(),
                        report.concerned(),
                        report.notBack(),
                        report.thrownOut())
                + Percentiles.table(report.times());
    }
}
