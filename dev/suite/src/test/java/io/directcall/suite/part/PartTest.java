package io.directcall.suite.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.directcall.suite.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {
    @TempDir
    Path folder;

    private Part part;
    private Thread thread;

    @AfterEach
    void end() throws InterruptedException {
        part.end();
        part.awaitEnd(Duration.ofSeconds(5));
        thread.join();
    }

    @Test
    void is_ready_when_it_says_so() throws Exception {
        // When
        run("echo starting; echo READY; exec sleep 60");

        // Then
        part.firstReady().get(5, TimeUnit.SECONDS);
        assertThat(part.view().state()).isEqualTo(PartState.READY);
        assertThat(Files.readString(part.log())).isEqualTo("starting\nREADY\n");
    }

    @Test
    void is_started_again_when_it_dies() throws Exception {
        // Given
        run("echo READY; exec sleep 60");
        part.firstReady().get(5, TimeUnit.SECONDS);
        ProcessId first = part.view().process().orElseThrow();

        // When
        first.kill();

        // Then
        await().until(() -> part.view().restarts() == 1 && part.view().state() == PartState.READY);
        assertThat(part.view().process()).isPresent().isNotEqualTo(first);
    }

    @Test
    void is_not_tried_again_when_it_was_never_ready() throws Exception {
        // When
        run("echo no such thing; exit 3");

        // Then
        assertThatThrownBy(() -> part.firstReady().get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(PartFailed.class)
                .hasMessage("thing ended with exit code 3.");
    }

    @Test
    void stays_stopped_while_somebody_wants_it() throws Exception {
        // Given
        run("echo READY; exec sleep 60");
        part.firstReady().get(5, TimeUnit.SECONDS);

        // When
        Files.createFile(folder.resolve("stop"));

        // Then
        await().until(() -> part.view().state() == PartState.STOPPED);
        assertThat(part.view().process()).isEmpty();
        Files.delete(folder.resolve("stop"));
        await().until(() -> part.view().state() == PartState.READY);
        assertThat(part.view().restarts()).isZero();
    }

    private void run(String script) throws IOException {
        PartFiles files = new PartFiles(folder.resolve("log"), folder.resolve("stop"));
        files.reset();
        PartSpec spec =
                new PartSpec("thing", List.of("sh", "-c", script), Map.of(), 1, new Readiness.Line("READY"), List.of());
        part = new Part(spec, files, () -> {});
        thread = Thread.ofVirtual().start(part);
    }
}
