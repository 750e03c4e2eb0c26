package io.directcall.system.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@code bench tokens} measured.
 *
 * @param users who asked in turn
 * @param seconds of each measurement
 * @param signaturesPerSecond of one thread of the benchmark's own process, while nothing else was measured
 * @param algorithms what that thread does with each algorithm
 * @param nothing path of the endpoint that does nothing
 * @param steps by the number of connections
 */
record TokensReport(
        Machine machine,
        int users,
        int seconds,
        double signaturesPerSecond,
        List<BareSigning.Rates> algorithms,
        String nothing,
        List<Step> steps) {

    /** At one number of connections. */
    record Step(BusyConnections.Result nothing, BusyConnections.Result tokens) {}

    /** Requests that were not answered with 200. */
    long failed() {
        return steps.stream()
                .mapToLong(step -> step.nothing().failed() + step.tokens().failed())
                .sum();
    }

    /** Most call tokens a second as a part of the lower baseline, 0 to 1. */
    public double getRatio() {
        return most(Step::tokens) / lowerBaseline();
    }

    private String algorithmRows() {
        return algorithms.stream()
                .map(row -> String.format(
                        Locale.ROOT, "%-24s %15.0f %15.0f%n", row.algorithm(), row.signed(), row.verified()))
                .collect(Collectors.joining());
    }

    private double lowerBaseline() {
        return Math.min(signaturesPerSecond, most(Step::nothing));
    }

    private double most(Function<Step, BusyConnections.Result> which) {
        return steps.stream()
                .map(which)
                .mapToDouble(BusyConnections.Result::perSecond)
                .max()
                .orElseThrow();
    }

    /** For people. */
    String text() {
        Map<String, Percentiles> times = new LinkedHashMap<>();
        StringBuilder rates = new StringBuilder();
        for (Step step : steps) {
            int connections = step.tokens().connections();
            times.put("nothing, " + connections, step.nothing().times());
            times.put("call token, " + connections, step.tokens().times());
            rates.append(String.format(
                    Locale.ROOT,
                    "%-24d %15.0f %15.0f%n",
                    connections,
                    step.nothing().perSecond(),
                    step.tokens().perSecond()));
        }
        return machine.line()
                + String.format(
                        Locale.ROOT,
                        "%n%d s each; %d users in turn; %d requests failed. The load generator, the service, PostgreSQL and all other"
                                + " parts share these %d cores.%n%n",
                        seconds,
                        users,
                        failed(),
                        machine.cores())
                + String.format(Locale.ROOT, "%-24s %15s %15s%n", "CONNECTIONS", "NOTHING/S", "CALL TOKENS/S")
                + rates
                + System.lineSeparator()
                + Percentiles.table(times)
                + String.format(
                        Locale.ROOT,
                        "%n%-24s %15s %15s%n%s%nBare signing (ES256, jose4j, one thread): %.0f/s. Nothing is GET %s.%n"
                                + "Call tokens come to %.0f %% of the lower baseline, %.0f/s.%n",
                        "ALGORITHM, ONE THREAD",
                        "SIGNED/S",
                        "VERIFIED/S",
                        algorithmRows(),
                        signaturesPerSecond,
                        nothing,
                        getRatio() * 100,
                        lowerBaseline());
    }
}
