package io.directcall.media.bridge.selection;

import io.directcall.media.bridge.BridgeLoad;
import io.directcall.media.testing.MovedClock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bridges that sample their stress every 10 s, each at its own moment, and a gateway that reads it every second, on a clock that the test
 * moves. Until the next sample a bridge goes on reporting what it was before.
 */
final class SimulatedFleet {
    private static final Duration SAMPLE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final MovedClock clock = new MovedClock();
    private final Map<String, Simulated> bridges = new LinkedHashMap<>();
    private final BridgeDirectory directory;
    private Duration passed = Duration.ZERO;

    private static final class Simulated {
        private final double stressPerEndpoint;
        private final Duration phase;
        private int endpoints;
        private double sampled;
        private boolean draining;

        private Simulated(double stressPerEndpoint, Duration phase) {
            this.stressPerEndpoint = stressPerEndpoint;
            this.phase = phase;
        }
    }

    /** @param stressPerEndpoint of each bridge */
    SimulatedFleet(double... stressPerEndpoint) {
        for (int i = 0; i < stressPerEndpoint.length; i++) {
            bridges.put("http://bridge-" + i + ":8080", new Simulated(stressPerEndpoint[i], POLL.multipliedBy(3L * i)));
        }
        directory = new BridgeDirectory(bridges.keySet(), new LeastStress(), clock);
        poll();
    }

    /** Somebody makes a call: the bridge is chosen, and some time later it makes the endpoints. */
    String choose(int endpoints) {
        return directory.choose(endpoints, any -> true).orElseThrow();
    }

    /** The bridge makes an endpoint. */
    void make(String url) {
        bridges.get(url).endpoints++;
        directory.placed(url);
    }

    void hangUp(String url) {
        bridges.get(url).endpoints--;
    }

    void drain(int bridge) {
        bridges.get(url(bridge)).draining = true;
    }

    void pass(Duration time) {
        for (Duration end = passed.plus(time); passed.compareTo(end) < 0; passed = passed.plus(POLL)) {
            clock.forward(POLL);
            poll();
        }
    }

    private void poll() {
        bridges.forEach((url, bridge) -> {
            if (passed.plus(bridge.phase).toMillis() % SAMPLE.toMillis() == 0) {
                bridge.sampled = bridge.endpoints * bridge.stressPerEndpoint;
            }
            directory.reported(
                    url, new BridgeLoad(true, bridge.sampled, bridge.endpoints, 0, bridge.draining, false, null));
        });
    }

    String url(int bridge) {
        return List.copyOf(bridges.keySet()).get(bridge);
    }

    List<Integer> endpoints() {
        return bridges.values().stream().map(bridge -> bridge.endpoints).toList();
    }

    /** What the bridges would report if they sampled now. */
    List<Double> stress() {
        return bridges.values().stream()
                .map(bridge -> bridge.endpoints * bridge.stressPerEndpoint)
                .toList();
    }
}
