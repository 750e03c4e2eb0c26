package io.directcall.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final Set<Server> BOTH = EnumSet.allOf(Server.class);

    @Test
    void standardPortsAreTheDefault() {
        // When
        Options options = Options.parse("--data-dir", "/data");

        // Then
        assertThat(options)
                .isEqualTo(new Options(Path.of("/data"), 5432, 9092, false, Duration.ofMinutes(2), false, BOTH));
    }

    @Test
    void everyOptionIsRead() {
        // When
        Options options = Options.parse(
                "--postgres-port",
                "0",
                "--kafka-port",
                "1234",
                "--leases",
                "--idle-exit-seconds",
                "7",
                "--watch-stdin",
                "--data-dir",
                "/data/./here");

        // Then
        assertThat(options)
                .isEqualTo(new Options(Path.of("/data/here"), 0, 1234, true, Duration.ofSeconds(7), true, BOTH));
    }

    @ParameterizedTest
    @CsvSource({"kafka, KAFKA", "postgres, POSTGRES"})
    void oneServerCanBeChosen(String name, Server expected) {
        // When
        Options options = Options.parse("--data-dir", "/data", "--only", name);

        // Then
        assertThat(options.servers()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "--kafka-port 65536, --kafka-port must be a number from 0 to 65535",
        "--postgres-port x, --postgres-port must be a number from 0 to 65535",
        "--postgres-port, --postgres-port needs a value",
        "--only redis, --only must be kafka or postgres",
        "--data-dir /data --only kafka --leases, --only and --leases exclude each other",
        "--port 1, Unknown option --port",
        "--watch-stdin, --data-dir is missing"
    })
    void aMistakeIsNamed(String line, String message) {
        // When / Then
        assertThatThrownBy(() -> Options.parse(line.split(" ")))
                .isInstanceOf(InfraFailure.class)
                .hasMessageContaining(message);
    }
}
