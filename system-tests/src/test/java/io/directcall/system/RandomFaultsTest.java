package io.directcall.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.faults.FaultsReport;
import io.directcall.system.faults.FaultsRun;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.SharedSuite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random use and random kills for half a minute. {@code ./directcall bench faults} does the same for longer. */
class RandomFaultsTest {
    private static final Path STATE = Path.of("target/faults-suite");

    @Test
    void whateverIsKilledEverybodySeesEverythingOnceAndInOrder() throws InterruptedException {
        // Given
        var settings = new FaultsRun.Settings(80, 25, Duration.ofSeconds(30), new Random().nextLong(1_000_000));

        // When
        FaultsReport report;
        try (RunningSuite suite = RunningSuite.startAfresh(SharedSuite.CHECKOUT, STATE, FaultsRun.options())) {
            report = new FaultsRun(suite, System.err::println).run(settings);
        }

        // Then
        System.err.println(report.text());
        // Most of the time may be outages, but a run in which nothing was done shows nothing.
        assertThat(report.accepted()).isGreaterThan(50);
        assertThat(report.passed()).as(report.text()).isTrue();
    }
}
