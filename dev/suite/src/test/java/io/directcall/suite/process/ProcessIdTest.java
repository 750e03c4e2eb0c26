package io.directcall.suite.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessIdTest {

    @Test
    void knows_a_process_that_runs() {
        // When
        ProcessId self = ProcessId.self();

        // Then
        assertThat(self.alive()).isTrue();
    }

    @Test
    void takes_a_later_process_with_the_same_number_for_another() {
        // Given
        ProcessId earlier =
                new ProcessId(ProcessId.self().pid(), ProcessId.self().startTicks() - 1);

        // When
        boolean killed = earlier.kill();

        // Then
        assertThat(killed).isFalse();
        assertThat(earlier.alive()).isFalse();
    }

    @Test
    void ends_a_process() throws IOException, InterruptedException {
        // Given
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        ProcessId id = ProcessId.of(sleeper.pid()).orElseThrow();

        // When
        id.kill();

        // Then
        assertThat(sleeper.waitFor()).isEqualTo(137);
        assertThat(id.alive()).isFalse();
    }

    @Test
    void reads_the_start_behind_any_name() {
        // Given
        String stat = "7 (a) b) (c) S 1 7 7 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 4711 9 9";

        // When
        var ticks = ProcessId.startTicks(stat);

        // Then
        assertThat(ticks).contains(4711L);
    }

    @Test
    void takes_a_zombie_for_dead() {
        // Given
        String stat = "7 (a) Z 1 7 7 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 4711 9 9";

        // When
        var ticks = ProcessId.startTicks(stat);

        // Then
        assertThat(ticks).isEmpty();
    }
}
