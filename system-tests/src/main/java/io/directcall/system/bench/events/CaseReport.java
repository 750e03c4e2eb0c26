package io.directcall.system.bench.events;

import io.directcall.system.bench.Percentiles;
import java.util.Locale;

/**
 * What one case showed at one hub.
 *
 * @param perSecond events published a second while timing
 * @param payloadBytes of one event
 * @param times from when an event was due to each of its subscribers, while timing
 * @param burstPerSecond deliveries a second of events that were published as fast as the hub took them
 * @param rssPerConnection bytes: what the hub's memory grew by while they connected, for each
 * @param cpuMillisPerThousand the hub's processor time for a thousand deliveries while timing; while idle, for a thousand connections in a second
 * @param seen what the subscribers got in all
 */
record CaseReport(
        String hub,
        String name,
        int subscribers,
        int channels,
        int perSecond,
        int payloadBytes,
        Percentiles times,
        double burstPerSecond,
        double rssPerConnection,
        double cpuMillisPerThousand,
        Subscribers.Seen seen) {

    boolean isClean() {
        return seen.lost() == 0 && seen.repeated() == 0 && seen.outOfOrder() == 0 && seen.cut() == 0;
    }

    static final String HEAD = String.format(
            "%-12s %-9s %6s %6s %6s %9s %8s %8s %8s %9s %8s %8s  %s%n",
            "HUB",
            "CASE",
            "SUBS",
            "SESS",
            "EV/S",
            "BURST/S",
            "P50 MS",
            "P99 MS",
            "P99.9",
            "DELIVERED",
            "KB/CONN",
            "CPU*",
            "LOST REPEATED DISORDER CUT");

    String row() {
        return String.format(
                Locale.ROOT,
                "%-12s %-9s %6d %6d %6d %9.0f %8.1f %8.1f %8.1f %9d %8.1f %8.1f  %d %d %d %d%n",
                hub,
                name,
                subscribers,
                channels,
                perSecond,
                burstPerSecond,
                times.p50(),
                times.p99(),
                times.p999(),
                seen.delivered(),
                rssPerConnection / 1024,
                cpuMillisPerThousand,
                seen.lost(),
                seen.repeated(),
                seen.outOfOrder(),
                seen.cut());
    }
}
