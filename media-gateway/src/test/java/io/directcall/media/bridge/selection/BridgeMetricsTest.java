package io.directcall.media.bridge.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.media.bridge.BridgeLoad;
import io.directcall.media.testing.MovedClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BridgeMetricsTest {
    private static final String A = "http://a:8080";
    private static final String B = "http://b:8080";

    private final MovedClock clock = new MovedClock();
    private final BridgeDirectory directory = new BridgeDirectory(List.of(A, B), new LeastStress(), clock);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BridgeMetrics metrics = new BridgeMetrics(directory, meters);

    @Test
    void showsEachBridgeAsItIsNow() {
        // Given
        metrics.refresh();

        // When
        directory.reported(A, new BridgeLoad(true, 0.25, 7, 2, true, false, null));

        // Then
        assertThat(gauge("directcall.bridge.stress", "a-8080")).isEqualTo(0.25);
        assertThat(gauge("directcall.bridge.endpoints", "a-8080")).isEqualTo(7);
        assertThat(gauge("directcall.bridge.conferences", "a-8080")).isEqualTo(2);
        assertThat(state("a-8080", "draining")).isEqualTo(1);
        assertThat(state("a-8080", "unknown")).isZero();
        assertThat(state("b-8080", "unknown")).isEqualTo(1);
    }

    @Test
    void countsChangesByWhatTheBridgeBecame() {
        // When
        directory.reported(A, new BridgeLoad(true, 0, 0, 0, false, false, null));
        directory.quarantine(A, clock.instant().plusSeconds(30), "lost all");

        // Then
        assertThat(changes("available")).isEqualTo(1);
        assertThat(changes("quarantined")).isEqualTo(1);
    }

    @Test
    void removesTheGaugesOfABridgeThatIsForgotten() {
        // Given
        metrics.refresh();
        directory.list(List.of(B));
        for (int i = 0; i < 3; i++) {
            directory.failed(A, "refused");
        }
        clock.forward(Duration.ofMinutes(1));
        directory.failed(A, "refused");

        // When
        metrics.refresh();

        // Then
        assertThat(meters.find("directcall.bridge.state")
                        .tag("bridge", "a-8080")
                        .gauges())
                .isEmpty();
        assertThat(meters.find("directcall.bridge.stress")
                        .tag("bridge", "a-8080")
                        .gauges())
                .isEmpty();
        assertThat(meters.find("directcall.bridge.stress").gauges()).hasSize(1);
    }

    private double gauge(String name, String bridge) {
        return meters.get(name).tag("bridge", bridge).gauge().value();
    }

    private double state(String bridge, String state) {
        return meters.get("directcall.bridge.state")
                .tags("bridge", bridge, "state", state)
                .gauge()
                .value();
    }

    private double changes(String state) {
        return meters.get("directcall.bridge.changes")
                .tags("bridge", "a-8080", "state", state)
                .counter()
                .count();
    }
}
