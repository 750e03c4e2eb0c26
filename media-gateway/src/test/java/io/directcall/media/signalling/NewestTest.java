package io.directcall.media.signalling;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class NewestTest {
    private final Queue<Runnable> timers = new ArrayDeque<>();
    private final Newest<String> newest = new Newest<>(Duration.ofMillis(250), (time, task) -> timers.add(task));
    private final List<String> run = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();

    @Test
    void runsTheFirstAtOnce() {
        // When
        submit("a", "1");

        // Then
        assertThat(run).containsExactly("1");
        assertThat(answered).containsExactly("1");
    }

    @Test
    void runsOnlyTheNewestOfThoseThatCameWithinTheInterval() {
        // Given
        submit("a", "1");

        // When
        submit("a", "2");
        submit("a", "3");
        submit("a", "4");

        // Then
        assertThat(run).containsExactly("1");
        assertThat(answered).containsExactly("1", "2", "3");
        timers.remove().run();
        assertThat(run).containsExactly("1", "4");
        assertThat(answered).containsExactly("1", "2", "3", "4");
    }

    @Test
    void keepsTheIntervalAfterOneThatWaited() {
        // Given
        submit("a", "1");
        submit("a", "2");
        timers.remove().run();

        // When
        submit("a", "3");

        // Then
        assertThat(run).containsExactly("1", "2");
        timers.remove().run();
        assertThat(run).containsExactly("1", "2", "3");
    }

    @Test
    void forgetsAKeyWhenNothingWaits() {
        // Given
        submit("a", "1");
        timers.remove().run();

        // When
        submit("a", "2");

        // Then
        assertThat(run).containsExactly("1", "2");
        assertThat(timers).hasSize(1);
    }

    @Test
    void leavesDifferentKeysAlone() {
        // When
        submit("a", "1");
        submit("b", "2");

        // Then
        assertThat(run).containsExactly("1", "2");
    }

    @Test
    void passesAFailureOnAndGoesOn() {
        // Given
        newest.submit("a", () -> Uni.createFrom().failure(new IllegalStateException()))
                .subscribe()
                .with(done -> {}, failure -> answered.add("failed"));

        // When
        submit("a", "2");
        timers.remove().run();

        // Then
        assertThat(answered).containsExactly("failed", "2");
    }

    private void submit(String key, String name) {
        newest.submit(key, () -> Uni.createFrom().voidItem().invoke(() -> run.add(name)))
                .subscribe()
                .with(done -> answered.add(name));
    }
}
