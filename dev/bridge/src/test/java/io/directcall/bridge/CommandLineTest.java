package io.directcall.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void readsWhatTheLauncherSays() {
        // When
        CommandLine command = CommandLine.parse(
                "--http-port",
                "0",
                "--udp-port",
                "10001",
                "--address",
                "192.0.2.1,127.0.0.1",
                "--name",
                "b1",
                "--inactive",
                "0.5",
                "--watch-stdin");

        // Then
        assertThat(command.watchStdin()).isTrue();
        assertThat(command.options().httpPort()).isZero();
        assertThat(command.options().udpPort()).isEqualTo(10_001);
        assertThat(command.options().addresses()).containsExactly("192.0.2.1", "127.0.0.1");
        assertThat(command.options().name()).isEqualTo("b1");
        assertThat(command.options().expiry().inactive()).isEqualTo(Duration.ofMillis(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--unknown", "--http-port", "--http-port x", "--udp-port 70000", "--udp-port -1"})
    void refusesWhatItCannotRead(String line) {
        assertThatThrownBy(() -> CommandLine.parse(line.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(line.startsWith("--unknown") ? "Unknown option" : line.split(" ", -1)[0]);
    }

    @Test
    void putsLoopbackLastAmongTheAddresses() throws Exception {
        // When
        var addresses = LocalAddresses.ipv4();

        // Then
        assertThat(addresses).isNotEmpty().last().isEqualTo("127.0.0.1");
    }
}
