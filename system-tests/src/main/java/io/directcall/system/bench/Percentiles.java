package io.directcall.system.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What a distribution of times looks like, in milliseconds.
 *
 * @param count of the measurements
 * @param p50 half of them took no longer
 * @param max the longest, to the histogram's precision
 */
public record Percentiles(long count, double p50, double p90, double p95, double p99, double p999, double max) {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final String ROW = "%-24s %9s %9s %9s %9s %9s %9s %9s%n";

    /** An empty one for {@link #of}, in microseconds; one thread records at a time. */
    public static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, DIGITS);
    }

    /** Adds one time; what is longer than ten minutes counts as ten. */
    public static void record(Histogram histogram, Duration time) {
        histogram.recordValue(Math.clamp(time.toNanos() / 1_000, 0, LONGEST_MICROS));
    }

    /** Reads a {@link #histogram}. */
    public static Percentiles of(Histogram micros) {
        return new Percentiles(
                micros.getTotalCount(),
                milliseconds(micros.getValueAtPercentile(50)),
                milliseconds(micros.getValueAtPercentile(90)),
                milliseconds(micros.getValueAtPercentile(95)),
                milliseconds(micros.getValueAtPercentile(99)),
                milliseconds(micros.getValueAtPercentile(99.9)),
                milliseconds(micros.getMaxValue()));
    }

    /** For people: one row each, in the map's order. */
    static String table(Map<String, Percentiles> rows) {
        StringBuilder text =
                new StringBuilder(String.format(ROW, "ms", "COUNT", "P50", "P90", "P95", "P99", "P99.9", "MAX"));
        rows.forEach((name, row) -> text.append(row.row(name)));
        return text.toString();
    }

    private String row(String name) {
        List<String> times = List.of(shown(p50), shown(p90), shown(p95), shown(p99), shown(p999), shown(max));
        return String.format(
                ROW, name, count, times.get(0), times.get(1), times.get(2), times.get(3), times.get(4), times.get(5));
    }

    private static String shown(double milliseconds) {
        return String.format(Locale.ROOT, "%.1f", milliseconds);
    }

    private static double milliseconds(long micros) {
        return micros / 1_000.0;
    }
}
