package io.directcall.system.bench;

import io.directcall.system.client.MediaClient;
import io.directcall.system.client.MediaClient.Offer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Collects what the clients of big calls saw. */
final class BigCallTimes {
    private final Histogram askedToOffer = Percentiles.histogram();
    private final Histogram joinedToOffer = Percentiles.histogram();
    private final Histogram lastToOffer = Percentiles.histogram();
    private final Histogram lastToComplete = Percentiles.histogram();
    private final List<Integer> meanwhile = new ArrayList<>();
    private final List<Integer> total = new ArrayList<>();

    /**
     * What came out.
     *
     * @param times in milliseconds, by name
     * @param offersWhileJoining to each participant until the last one had joined
     * @param offers to each participant until all were complete
     */
    record Result(Map<String, Percentiles> times, Counts offersWhileJoining, Counts offers) {}

    /** How many for one participant. */
    record Counts(int least, double average, int most) {
        static Counts of(List<Integer> numbers) {
            IntSummaryStatistics all = numbers.stream().mapToInt(n -> n).summaryStatistics();
            return new Counts(all.getMin(), all.getAverage(), all.getMax());
        }

        String line() {
            return String.format(Locale.ROOT, "%d to %d, %.1f on average", least, most, average);
        }
    }

    /** Adds one session; the clients in the order in which they joined. */
    void add(List<MediaClient> clients) {
        MediaClient last = clients.getLast();
        for (MediaClient client : clients) {
            List<Offer> offers = client.offers();
            record(askedToOffer, client.askedAt(), offers.getFirst().at());
            record(joinedToOffer, client.joinedAt(), offers.getFirst().at());
            meanwhile.add((int) offers.stream()
                    .filter(offer -> offer.at() <= last.joinedAt())
                    .count());
            total.add(offers.size());
        }
        record(lastToOffer, last.askedAt(), last.offers().getFirst().at());
        long complete = clients.stream()
                .mapToLong(client -> client.offers().getLast().at())
                .max()
                .orElseThrow();
        record(lastToComplete, last.askedAt(), complete);
    }

    /** Of all sessions so far. */
    Result result() {
        Map<String, Percentiles> times = new LinkedHashMap<>();
        times.put("join sent to offer", Percentiles.of(askedToOffer));
        times.put("join answered to offer", Percentiles.of(joinedToOffer));
        times.put("last: sent to offer", Percentiles.of(lastToOffer));
        times.put("last: all have all", Percentiles.of(lastToComplete));
        return new Result(times, Counts.of(meanwhile), Counts.of(total));
    }

    private static void record(Histogram histogram, long from, long until) {
        Percentiles.record(histogram, Duration.ofNanos(until - from));
    }
}
