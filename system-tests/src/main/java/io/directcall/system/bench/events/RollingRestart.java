package io.directcall.system.bench.events;

import io.directcall.suite.part.PartView;
import io.directcall.system.bench.Percentiles;
import io.directcall.system.suite.RunningSuite;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Stops each replica of events-service and starts it again, one after the other, while many listen. */
public final class RollingRestart {
    private static final String SERVICE = "events-service";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** What was published last must be here by then, or it is lost. */
    private static final Duration ARRIVAL = Duration.ofSeconds(20);

    private static final Duration LONGEST_RUN = Duration.ofMinutes(15);
    private static final long POLL_MS = 50;

    private final RunningSuite suite;
    private final Consumer<String> log;

    /** @param log told how it goes */
    public RollingRestart(RunningSuite suite, Consumer<String> log) {
        this.suite = suite;
        this.log = log;
    }

    /**
     * What to do.
     *
     * @param subscribers who listen, spread over the sessions evenly
     * @param perSecond events published a second, in all sessions together
     */
    public record Settings(int subscribers, int sessions, int perSecond) {
        private int mostInEach() {
            return Math.toIntExact(perSecond * LONGEST_RUN.toSeconds() / sessions + 1);
        }
    }

    /**
     * What was seen.
     *
     * @param expected deliveries of the events to those who listened
     * @param lost events that somebody did not get
     * @param gaps streams that said themselves that they lost some
     * @param reconnects streams that were opened again
     * @param waits from the end of a stream until the next one was open
     */
    public record Report(
            Settings settings,
            int replicas,
            long events,
            long expected,
            long delivered,
            long lost,
            long repeated,
            long outOfOrder,
            long gaps,
            long reconnects,
            Percentiles waits) {
        /** True when each got each event once and in order. */
        public boolean isClean() {
            return expected == delivered && lost + repeated + outOfOrder + gaps == 0;
        }

        /** For people. */
        public String text() {
            return String.format(
                    Locale.ROOT,
                    """
                    subscribers              %d of %d sessions, %d replicas restarted in turn
                    events                   %d, to be delivered %d times, delivered %d times
                    wrong deliveries         %d lost, %d repeated, %d out of order, %d gaps
                    streams reopened         %d
                    without a stream, ms     p50 %.0f, p99 %.0f, longest %.0f
                    """,
                    settings.subscribers(),
                    settings.sessions(),
                    replicas,
                    events,
                    expected,
                    delivered,
                    lost,
                    repeated,
                    outOfOrder,
                    gaps,
                    reconnects,
                    waits.p50(),
                    waits.p99(),
                    waits.max());
        }
    }

    /** Restarts all replicas. */
    public Report run(Settings settings) throws InterruptedException {
        List<String> replicas = suite.run().parts().stream()
                .map(PartView::name)
                .filter(name -> name.startsWith(SERVICE))
                .toList();
        String run = "restart-" + UUID.randomUUID().toString().substring(0, 8) + "-";
        List<Channel> channels = IntStream.range(0, settings.sessions())
                .mapToObj(i -> new Channel(run + i, settings.mostInEach()))
                .toList();
        int audience = settings.subscribers() / settings.sessions();
        try (ReturningSubscribers subscribers = new ReturningSubscribers(suite);
                SteadyPublisher publisher = new SteadyPublisher(suite, channels, settings.perSecond())) {
            channels.forEach(channel -> subscribers.open(channel, audience));
            within(PATIENCE, () -> subscribers.listening() == settings.subscribers());
            log.accept(subscribers.listening() + " listen to " + channels.size() + " sessions");
            publisher.start();
            for (String replica : replicas) {
                log.accept("Restarting " + replica);
                suite.stop(replica);
                suite.startAgain(replica);
                within(PATIENCE, () -> subscribers.listening() == settings.subscribers());
            }
            long events = publisher.stop();
            long expected = events * audience;
            within(ARRIVAL, () -> subscribers.seen().delivered() >= expected);
            ReturningSubscribers.Seen seen = subscribers.seen();
            return new Report(
                    settings,
                    replicas.size(),
                    events,
                    expected,
                    seen.delivered(),
                    seen.lost(),
                    seen.repeated(),
                    seen.outOfOrder(),
                    seen.gaps(),
                    seen.reconnects(),
                    seen.waits());
        }
    }

    private static void within(Duration time, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
    }
}
