package io.directcall.system.bench.events;

import io.directcall.system.bench.Percentiles;
import io.directcall.system.client.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Runs one case at one hub. */
final class CaseRun {
    private final Hub hub;
    private final EventsCase wanted;
    private final int warmUps;
    private final Duration time;
    private final List<Channel> channels;
    private long expected;
    private int next;

    /** @param warmUps bursts before anything is timed: a JVM compiles what it runs often */
    CaseRun(Hub hub, EventsCase wanted, int warmUps, Duration time) {
        this.hub = hub;
        this.wanted = wanted;
        this.warmUps = warmUps;
        this.time = time;
        int most = (steady() + (warmUps + 1) * wanted.burst()) / wanted.channels() + 2;
        String run = "bench-" + UUID.randomUUID().toString().substring(0, 8) + "-";
        this.channels = IntStream.range(0, wanted.channels())
                .mapToObj(i -> new Channel(run + i, most))
                .toList();
    }

    private int steady() {
        return Math.toIntExact(wanted.perSecond() * time.toSeconds());
    }

    CaseReport run() throws InterruptedException {
        hub.prepare(channels.stream().map(Channel::name).toList());
        try (EventLoop loop = new EventLoop();
                Subscribers subscribers = new Subscribers(loop, wanted.subscribers())) {
            long rss = hub.use().rssBytes();
            subscribers.open(hub, channels, wanted.subscribers());
            double rssPerConnection = (hub.use().rssBytes() - rss) / (double) wanted.subscribers();
            for (int i = 0; i < warmUps; i++) {
                burst(subscribers);
            }
            subscribers.takeTimes();

            Duration cpu = hub.use().cpu();
            long before = expected;
            publishSteadily();
            subscribers.awaitDelivered(expected);
            Duration used = hub.use().cpu().minus(cpu);
            Percentiles times = Percentiles.of(subscribers.takeTimes());

            double burstPerSecond = burst(subscribers);
            return new CaseReport(
                    hub.name(),
                    wanted.name(),
                    wanted.subscribers(),
                    wanted.channels(),
                    wanted.perSecond(),
                    channels.getFirst().event().length(),
                    times,
                    burstPerSecond,
                    rssPerConnection,
                    used.toNanos() / 1e3 / thousandsOf(expected - before),
                    subscribers.seen());
        }
    }

    /** Deliveries; where there are none, connections and seconds. */
    private double thousandsOf(long deliveries) {
        return Math.max(1, deliveries > 0 ? deliveries : wanted.subscribers() * time.toSeconds());
    }

    /** At an even rate, whatever becomes of those before. */
    private void publishSteadily() throws InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < steady(); i++) {
            long due = begin + i * TimeUnit.SECONDS.toNanos(1) / wanted.perSecond();
            sleepUntil(due);
            publish(due);
        }
        sleepUntil(begin + time.toNanos());
    }

    private static void sleepUntil(long due) throws InterruptedException {
        long ahead = due - System.nanoTime();
        if (ahead > 0) {
            TimeUnit.NANOSECONDS.sleep(ahead);
        }
    }

    /** As fast as the hub takes them. @return deliveries a second */
    private double burst(Subscribers subscribers) throws InterruptedException {
        if (wanted.burst() == 0) {
            return 0;
        }
        long begin = System.nanoTime();
        for (int i = 0; i < wanted.burst(); i++) {
            publish(System.nanoTime());
        }
        long end = subscribers.awaitDelivered(expected);
        return (double) wanted.burst() * wanted.audience() / ((end - begin) / 1e9);
    }

    private void publish(long due) {
        channels.get(next++ % channels.size()).publish(hub, due);
        expected += wanted.audience();
    }
}
