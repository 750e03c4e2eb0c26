package io.directcall.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.suite.part.PartState;
import io.directcall.suite.part.PartView;
import io.directcall.suite.process.ProcessId;
import io.directcall.suite.run.RunView.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
    @TempDir
    Path folder;

    @Test
    void gives_back_what_was_written() throws IOException {
        // Given
        RunView run = run(ProcessId.self());

        // When
        file().write(run);

        // Then
        assertThat(file().read()).contains(run);
        assertThat(file().running()).contains(run);
    }

    @Test
    void takes_the_run_of_a_dead_launcher_for_over() throws IOException {
        // Given
        ProcessId self = ProcessId.self();

        // When
        file().write(run(new ProcessId(self.pid(), self.startTicks() + 1)));

        // Then
        assertThat(file().running()).isEmpty();
    }

    @Test
    void takes_a_damaged_file_for_none() throws IOException {
        // Given
        Files.writeString(folder.resolve("run.json"), "{\"state\":");

        // When
        var run = file().read();

        // Then
        assertThat(run).isEmpty();
    }

    @Test
    void has_one_launcher_at_a_time() throws IOException {
        // Given
        Path lock = folder.resolve("new/lock");

        // When
        RunLock first = RunLock.take(lock).orElseThrow();
        first.close();

        // Then
        try (RunLock second = RunLock.take(lock).orElseThrow()) {
            assertThat(second).isNotNull();
        }
    }

    private RunFile file() {
        return new RunFile(folder.resolve("run.json"));
    }

    private static RunView run(ProcessId launcher) {
        PartView part = new PartView("kafka", PartState.READY, 7, 4711, 20_000, 1, "/logs/kafka.log");
        return new RunView(
                RunState.READY,
                "http://localhost:8080/",
                8080,
                launcher.pid(),
                launcher.startTicks(),
                Instant.parse("2026-01-01T00:00:00.123Z"),
                List.of(part));
    }
}
