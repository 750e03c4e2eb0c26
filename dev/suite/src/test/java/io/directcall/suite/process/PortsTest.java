package io.directcall.suite.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void gives_each_port_once_and_none_of_the_kernel_s_own() {
        // Given
        Ports ports = new Ports();
        Set<Integer> given = new HashSet<>();

        // When
        for (int i = 0; i < 50; i++) {
            given.add(ports.free());
        }

        // Then
        assertThat(given).hasSize(50).allMatch(port -> port >= 20_000 && port < 32_768);
    }

    @Test
    void passes_over_a_port_that_somebody_uses() throws IOException {
        // Given
        Ports ports = new Ports(20_003, new Random(1));
        int first = new Ports(20_003, new Random(1)).free();
        try (ServerSocket other = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();

            // When
            int port = ports.free();

            // Then
            assertThat(port).isNotEqualTo(first);
        }
    }

    @Test
    void says_so_when_all_are_taken() {
        // Given
        Ports ports = new Ports(20_001, new Random(1));
        ports.free();
        ports.free();

        // When, then
        assertThatThrownBy(ports::free).hasMessageContaining("20001");
    }

    @Test
    void takes_the_usual_range_where_nothing_is_left_below_the_kernel_s_own() {
        // When
        int start = Ports.ephemeralStart(1_024);

        // Then
        assertThat(start).isEqualTo(32_768);
    }

    @Test
    void knows_who_listens() throws IOException {
        // Given
        int port = new Ports().free();
        try (ServerSocket ours = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {

            // When
            var owner = PortOwner.of(ours.getLocalPort());

            // Then
            assertThat(owner)
                    .hasValueSatisfying(text -> assertThat(text)
                            .contains("(process " + ProcessHandle.current().pid() + ")"));
        }
    }
}
