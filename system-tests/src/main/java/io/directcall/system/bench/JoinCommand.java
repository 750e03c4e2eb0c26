package io.directcall.system.bench;

import io.directcall.system.suite.RunningSuite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a command takes to reach the others in a call, and how many commands one replica of session-service carries. */
@Command(
        name = "join",
        description =
                "Time from a command to its event at subscribers, and most commands a second of one session-service; or the offers of a big call.")
final class JoinCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Option(names = "--rate", defaultValue = "50", description = "Commands a second while timing (${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--seconds", defaultValue = "60", description = "How long to time (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "60", description = "Seconds before (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--participants",
            defaultValue = "0",
            description =
                    "Instead: so many in one session, with offers and answers but no media; the time from a join to"
                            + " the offer, and the offers that the others get.")
    private int participants;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "With --participants: how many sessions of each kind (${DEFAULT-VALUE}).")
    private int rounds;

    /**
     * What was measured.
     *
     * @param perSecond commands that were sent at a steady rate
     * @param failed of them, those that were not accepted
     * @param times by name
     * @param most commands a second of one replica
     */
    record Report(Machine machine, int perSecond, long failed, Map<String, Percentiles> times, Saturation.Most most) {}

    @Override
    public Integer call() throws InterruptedException {
        if (participants > 0) {
            new BigCallBench(options, participants, rounds).run(Duration.ofSeconds(warmUp));
        } else {
            timeCommands();
        }
        return CommandLine.ExitCode.OK;
    }

    private void timeCommands() throws InterruptedException {
        Machine machine = Machine.now();
        options.say(machine.line());
        try (RunningSuite suite = options.startSuite();
                SteadyUse use = new SteadyUse(suite)) {
            options.say("Warming up for " + warmUp + " s");
            use.run(rate, Duration.ofSeconds(warmUp));
            options.say("Timing " + rate + " commands a second for " + seconds + " s");
            SteadyUse.Times times = use.run(rate, Duration.ofSeconds(seconds));
            options.say("Looking for the most commands a second");
            Saturation.Most most = new Saturation(suite, options::say).find();

            Map<String, Percentiles> rows = new LinkedHashMap<>();
            rows.put("sent to answered", Percentiles.of(times.sentToAnswered()));
            rows.put("answered to event", Percentiles.of(times.answeredToEvent()));
            rows.put("sent to event", Percentiles.of(times.sentToEvent()));
            Report report = new Report(machine, rate, times.failed(), rows, most);
            options.print(report, text(report));
        }
    }

    private static String text(Report report) {
        return report.machine().line()
                + String.format(
                        Locale.ROOT,
                        "%nAt %d commands a second, %d failed; the event at each of a session's subscribers:%n",
                        report.perSecond(),
                        report.failed())
                + Percentiles.table(report.times())
                + String.format(
                        Locale.ROOT,
                        "One session-service carries %.0f commands a second (a third joins, changes and leaves each) with %d at a time.%n",
                        report.most().perSecond(),
                        report.most().atATime());
    }
}
