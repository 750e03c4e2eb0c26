package io.directcall.suite.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkerTest {
    @TempDir
    Path folder;

    @AfterEach
    void endAll() throws InterruptedException {
        ours().sweep();
        new Marker(folder.resolve("other")).sweep();
    }

    private Marker ours() {
        return new Marker(folder.resolve("run of Zoë"));
    }

    @Test
    void ends_what_carries_the_mark_and_its_children_and_nobody_else() throws Exception {
        // Given
        Process ours = sleeper(ours());
        Process other = sleeper(new Marker(folder.resolve("other")));
        await().until(() -> ours().processes().size() == 2);

        // When
        int swept = ours().sweep();

        // Then
        assertThat(swept).isEqualTo(2);
        assertThat(ours().processes()).isEmpty();
        assertThat(ours.waitFor(1, TimeUnit.SECONDS)).isTrue();
        assertThat(other.isAlive()).isTrue();
    }

    @Test
    void guardian_ends_them_when_the_launcher_is_gone_without_a_word() throws Exception {
        // Given
        Process ours = sleeper(ours());
        await().until(() -> ours().processes().size() == 2);
        Guardian guardian = Guardian.start(ours());

        // When
        guardian.losePipe();

        // Then
        await().atMost(Duration.ofSeconds(5)).until(() -> !ours.isAlive());
        await().until(() -> ours().processes().isEmpty());
    }

    @Test
    void guardian_leaves_them_alone_when_it_is_closed() throws Exception {
        // Given
        Process ours = sleeper(ours());
        Guardian guardian = Guardian.start(ours());

        // When
        guardian.close();

        // Then
        await().until(() -> !guardian.isAlive());
        assertThat(ours.isAlive()).isTrue();
    }

    /** A shell with a child: the mark is inherited. */
    private static Process sleeper(Marker marker) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", "sleep 60; true");
        builder.environment().put(Marker.VARIABLE, marker.stateDir().toString());
        return builder.start();
    }
}
