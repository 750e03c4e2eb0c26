package io.directcall.system.faults;

import io.directcall.system.faults.verify.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run showed.
 *
 * @param seed repeats the choices of the run, though not its timing
 * @param seconds that commands were sent and parts killed
 * @param sessions that were used
 * @param subscribers the most that listened at the same time
 * @param accepted commands
 * @param unknown commands without a definite answer
 * @param events that happened
 * @param expected deliveries of events to entitled subscribers
 * @param delivered of them
 * @param republished records that came again as the outbox may do it
 * @param reconnects of streams
 * @param kills by part
 * @param longestUnavailableMs the longest time in which no command was accepted
 * @param delayP50Ms from sending a command to its event at a subscriber, retries and outages included
 * @param quietAfterMs from the last kill's end of the run until all sessions had ended and all their streams
 * @param emptyAfterMs from there until bridges and outboxes were empty
 * @param findings broken promises; none when all is well
 */
public record FaultsReport(
        long seed,
        long seconds,
        int sessions,
        long subscribers,
        long sent,
        long accepted,
        long refused,
        long unknown,
        long events,
        long expected,
        long delivered,
        long republished,
        long reconnects,
        Map<String, Integer> kills,
        long longestUnavailableMs,
        double delayP50Ms,
        double delayP99Ms,
        long quietAfterMs,
        long emptyAfterMs,
        List<Finding> findings) {
    private static final int SHOWN_OF_EACH = 10;
    private static final double MILLIS = 1_000;

    /** True when no promise was broken. */
    public boolean passed() {
        return findings.isEmpty();
    }

    private Map<Finding.Kind, Long> byKind() {
        return findings.stream().collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.counting()));
    }

    private long count(Finding.Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).count();
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                seed                     %d
                sessions                 %d in %d s, up to %d subscribers at a time
                killed                   %s
                commands                 %d: %d accepted, %d refused, %d unknown
                events                   %d, to be delivered %d times, delivered %d times
                wrong deliveries         %d lost, %d repeated, %d out of order, %d foreign
                published twice          %d, to be dropped by their seq
                streams reopened         %d times
                no command accepted      for %.1f s at most
                command to event         p50 %.1f ms, p99 %.1f ms, outages included
                all ended                after %.1f s
                bridges, outboxes empty  after %.1f s more
                """,
                seed,
                sessions,
                seconds,
                subscribers,
                kills,
                sent,
                accepted,
                refused,
                unknown,
                events,
                expected,
                delivered,
                count(Finding.Kind.LOST),
                count(Finding.Kind.REPEATED),
                count(Finding.Kind.OUT_OF_ORDER),
                count(Finding.Kind.FOREIGN),
                republished,
                reconnects,
                longestUnavailableMs / MILLIS,
                delayP50Ms,
                delayP99Ms,
                quietAfterMs / MILLIS,
                emptyAfterMs / MILLIS));
        text.append(passed() ? "All promises were kept.\n" : "Promises were broken " + byKind() + ":\n");
        for (Finding.Kind kind : byKind().keySet()) {
            findings.stream()
                    .filter(finding -> finding.kind() == kind)
                    .limit(SHOWN_OF_EACH)
                    .forEach(finding -> text.append("  ").append(finding).append('\n'));
        }
        return text.toString();
    }
}
