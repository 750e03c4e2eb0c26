package io.directcall.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {

    @Test
    void aLineForPeopleHasAllFigures() {
        // Given
        Machine machine = new Machine("Some CPU", 2, 8_000_000_000L, "6.12.0", "25.0.1+8", 0.25);

        // When
        String line = machine.line();

        // Then
        assertThat(line)
                .isEqualTo(
                        "Machine: 2 cores (Some CPU), 8.0 GB of memory, Linux 6.12.0, Java 25.0.1+8, load average 0.25"
                                + " before");
    }

    @Test
    void theKernelsFilesAreRead() {
        // Given
        List<String> memory = List.of("MemTotal:       16303072 kB", "MemFree:  1 kB");

        // When / Then
        assertThat(Machine.kilobytes(Machine.valueOf("MemTotal", memory))).isEqualTo(16_303_072);
        assertThat(Machine.valueOf("model name", memory)).isEqualTo("unknown");
    }

    @Test
    void thisOneIsFound() {
        // When
        Machine machine = Machine.now();

        // Then
        assertThat(machine.cores()).isPositive();
        assertThat(machine.memoryBytes()).isGreaterThan(1_000_000);
        assertThat(machine.kernel()).matches("\\d+\\..*");
    }
}
