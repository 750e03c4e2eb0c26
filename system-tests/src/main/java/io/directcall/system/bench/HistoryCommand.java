package io.directcall.system.bench;

import io.directcall.system.suite.RunningSuite;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills the history with calls and measures how long a page takes, as a client behind the edge sees it. */
@Command(name = "history", description = "Fill a history of a million calls and time its pages.")
final class HistoryCommand implements Callable<Integer> {
    private static final int WARM_UP = 100;

    @Mixin
    private BenchOptions options;

    @Option(names = "--calls", defaultValue = "1000000", description = "How many calls (${DEFAULT-VALUE}).")
    private int calls;

    @Option(names = "--requests", defaultValue = "500", description = "How many of each case (${DEFAULT-VALUE}).")
    private int requests;

    /**
     * For {@code --json}.
     *
     * @param machine it was measured on
     * @param calls in the history
     * @param cases times by name
     */
    record Report(Machine machine, int calls, Map<String, Percentiles> cases) {}

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.now();
        try (RunningSuite suite = options.startSuite()) {
            fill(suite);
            Report report = new Report(machine, calls, measure(new HistoryCases(suite.link(), calls)));
            options.print(report, text(report));
        }
        return CommandLine.ExitCode.OK;
    }

    private void fill(RunningSuite suite) throws SQLException {
        options.say("Writing " + calls + " calls of 10,000 users into the database of session-service.");
        long begin = System.nanoTime();
        new HistoryRows(suite.part("postgres").port()).fill(calls);
        options.say("Written in " + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s.");
    }

    private Map<String, Percentiles> measure(HistoryCases cases) {
        var rows = new LinkedHashMap<String, Percentiles>();
        cases.all().forEach((name, request) -> {
            options.say("  " + name);
            rows.put(name, measure(request));
        });
        return rows;
    }

    private Percentiles measure(Runnable request) {
        for (int i = 0; i < WARM_UP; i++) {
            request.run();
        }
        Histogram histogram = Percentiles.histogram();
        for (int i = 0; i < requests; i++) {
            long begin = System.nanoTime();
            request.run();
            Percentiles.record(histogram, Duration.ofNanos(System.nanoTime() - begin));
        }
        return Percentiles.of(histogram);
    }

    private static String text(Report report) {
        return report.machine().line() + System.lineSeparator() + "History of " + report.calls()
                + " calls; pages of 30 through the edge, one client. 'heavy' has taken part in about a tenth of all calls."
                + " The rows lie in the benchmark's own databases, which the next one throws away."
                + System.lineSeparator() + System.lineSeparator() + Percentiles.table(report.cases());
    }
}
