package io.directcall.system;

import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.suite.process.Ports;
import io.directcall.suite.process.ProcessId;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.suite.RunningSuite.Output;
import io.directcall.system.support.DevelopmentBridges;
import io.directcall.system.support.SharedSuite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code up}, {@code down} and {@code status}, also when things go wrong. */
class FrontDoorTest {
    private static final Path STATE = Path.of("target/front-door");

    @Test
    @ExtendWith(SharedSuite.class)
    void a_second_up_says_that_it_runs(RunningSuite suite) {
        // When
        Output up = suite.directcall(List.of("up", "--detach", "--port", "0"));

        // Then
        assertThat(up.exitCode()).isZero();
        assertThat(up.text()).contains("running already", suite.link());
    }

    @Test
    @ExtendWith(SharedSuite.class)
    @DevelopmentBridges
    void status_shows_all_parts_and_they_fit_in_memory(RunningSuite suite) {
        // When
        Output status = suite.directcall(List.of("status"));

        // Then
        assertThat(status.text())
                .contains(
                        "edge",
                        "postgres",
                        "kafka",
                        "bridge-1",
                        "token-service",
                        "session-service",
                        "events-service",
                        "media-gateway");
        String all = status.text().replaceAll("(?s).*\\nall +(\\d+) MB.*", "$1");
        assertThat(Integer.parseInt(all)).isLessThan(2_500);
    }

    @Test
    void a_port_in_use_is_named_with_the_way_out() throws IOException {
        // Given
        try (ServerSocket other = new ServerSocket(new Ports().free(), 1, InetAddress.getLoopbackAddress())) {

            // When
            Output up = RunningSuite.at(SharedSuite.CHECKOUT, STATE)
                    .directcall(List.of("up", "--detach", "--port", Integer.toString(other.getLocalPort())));

            // Then
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.text().lines())
                    .singleElement()
                    .asString()
                    .contains("Port " + other.getLocalPort() + " is in use by java", "--port");
        }
    }

    @Test
    void nothing_is_left_of_a_suite_whose_launcher_was_killed() {
        // Given
        RunningSuite suite = RunningSuite.start(SharedSuite.CHECKOUT, STATE);
        List<ProcessId> processes = suite.layout().marker().processes();
        assertThat(processes).hasSizeGreaterThan(6);

        // When
        suite.run().launcher().kill();

        // Then
        within(20).until(() -> processes.stream().noneMatch(ProcessId::alive));
        within(20).until(() -> suite.layout().marker().processes().isEmpty());
        Output down = suite.directcall(List.of("down"));
        assertThat(down.exitCode()).isZero();
        assertThat(suite.directcall(List.of("status")).text()).contains("not running");
    }
}
