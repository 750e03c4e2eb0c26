package io.directcall.suite.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplicasTest {
    private final Set<Integer> away = new HashSet<>();
    private final Replicas replicas = new Replicas(List.of(1, 2, 3), port -> !away.contains(port));

    @Test
    void take_turns() {
        // When
        List<List<Integer>> orders = List.of(
                replicas.inOrder(Optional.empty()),
                replicas.inOrder(Optional.empty()),
                replicas.inOrder(Optional.empty()),
                replicas.inOrder(Optional.empty()));

        // Then
        assertThat(orders).containsExactly(List.of(1, 2, 3), List.of(2, 3, 1), List.of(3, 1, 2), List.of(1, 2, 3));
    }

    @Test
    void stay_the_same_for_the_same_id() {
        // Given
        List<Integer> first = replicas.inOrder(Optional.of("session"));
        replicas.inOrder(Optional.empty());

        // When
        List<Integer> second = replicas.inOrder(Optional.of("session"));

        // Then
        assertThat(second).isEqualTo(first).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void that_are_not_ready_come_last() {
        // Given
        away.add(2);

        // When
        List<List<Integer>> orders = List.of(
                replicas.inOrder(Optional.empty()),
                replicas.inOrder(Optional.empty()),
                replicas.inOrder(Optional.empty()));

        // Then
        assertThat(orders).containsExactly(List.of(1, 3, 2), List.of(3, 1, 2), List.of(3, 1, 2));
    }

    @Test
    void share_the_ids() {
        // Given
        Set<Integer> used = new HashSet<>();

        // When
        for (int i = 0; i < 30; i++) {
            used.add(replicas.inOrder(Optional.of("session-" + i)).getFirst());
        }

        // Then
        assertThat(used).containsExactlyInAnyOrder(1, 2, 3);
    }
}
