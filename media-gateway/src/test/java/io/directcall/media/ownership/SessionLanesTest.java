package io.directcall.media.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SessionLanesTest {
    private final SessionLanes lanes = new SessionLanes((session, task) -> task.run(), 2);
    private final List<String> started = new ArrayList<>();
    private final List<UniEmitter<? super Void>> running = new ArrayList<>();

    @Test
    void runsTheTasksOfASessionInOrder() {
        // Given
        submit("s", "first");
        submit("s", "second");
        assertThat(started).containsExactly("first");

        // When
        running.getFirst().complete(null);

        // Then
        assertThat(started).containsExactly("first", "second");
    }

    @Test
    void runsSessionsSideBySide() {
        // When
        submit("s", "first");
        submit("t", "other");

        // Then
        assertThat(started).containsExactly("first", "other");
    }

    @Test
    void goesOnAfterAFailure() {
        // Given
        submit("s", "first");
        submit("s", "second");

        // When
        running.getFirst().fail(new IllegalStateException("expected"));

        // Then
        assertThat(started).containsExactly("first", "second");
    }

    @Test
    void dropsWhatIsOfferedToAFullLane() {
        // Given
        submit("s", "running");
        boolean first = lanes.offer("s", task("waiting 1"));
        boolean second = lanes.offer("s", task("waiting 2"));

        // When
        boolean third = lanes.offer("s", task("too many"));

        // Then
        assertThat(List.of(first, second, third)).containsExactly(true, true, false);
    }

    private void submit(String session, String name) {
        lanes.submit(session, task(name)).subscribe().with(done -> {}, failure -> {});
    }

    private Supplier<Uni<Void>> task(String name) {
        return () -> Uni.createFrom().emitter(emitter -> {
            started.add(name);
            running.add(emitter);
        });
    }
}
