package io.directcall.session.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.session.presence.ReplicaLeases.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicaLeasesTest {
    private static final int LEASE = 30;
    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    private final Map<String, Instant> heard = new HashMap<>();
    private Instant now = START;
    private final ReplicaLeases leases = new ReplicaLeases(() -> now, Duration.ofSeconds(LEASE));

    @Test
    void aReplicaThatIsSilentForTheLeaseIsDead() {
        // Given
        secondsWith(1, "alive", "dead");

        // When
        List<String> early = secondsWith(LEASE - 1, "alive");
        List<String> later = secondsWith(1, "alive");

        // Then
        assertThat(early).isEmpty();
        assertThat(later).containsExactly("dead");
    }

    @Test
    void notBeforeThisServiceHasListenedForTheLease() {
        // Given: the replica was heard of by others, long before this service started
        heard.put("backlogged", START.minusSeconds(3600));
        secondsWith(1, "alive");

        // When
        List<String> early = secondsWith(LEASE - 1, "alive");
        List<String> later = secondsWith(1, "alive");

        // Then
        assertThat(early).isEmpty();
        assertThat(later).containsExactly("backlogged");
    }

    @Test
    void silenceOfAllProvesNothing() {
        // Given
        secondsWith(LEASE, "one", "other");

        // When
        List<String> over = secondsWith(10 * LEASE);

        // Then
        assertThat(over).isEmpty();
    }

    @Test
    void afterASilenceOfAllTheyHaveTheTimeOfALeaseToBeHeard() {
        // Given
        secondsWith(LEASE, "one", "other");
        secondsWith(2 * LEASE);

        // When: one is heard at once, the other last
        List<String> meanwhile = secondsWith(LEASE - 1, "one");
        List<String> over = secondsWith(LEASE, "one", "other");

        // Then
        assertThat(meanwhile).isEmpty();
        assertThat(over).isEmpty();
    }

    @Test
    void afterATimeInWhichNobodyLookedTheyHaveItToo() {
        // Given: the database was away, so that nothing was written and nobody looked
        secondsWith(LEASE, "one", "other");
        now = now.plusSeconds(2 * LEASE);

        // When
        List<String> meanwhile = secondsWith(LEASE - 1, "one");

        // Then
        assertThat(meanwhile).isEmpty();
    }

    /** Looks once a second while these are heard; returns who was dead at any look. */
    private List<String> secondsWith(int seconds, String... speaking) {
        return java.util.stream.IntStream.range(0, seconds)
                .boxed()
                .flatMap(second -> {
                    now = now.plusSeconds(1);
                    List.of(speaking).forEach(replica -> heard.put(replica, now));
                    return leases.over(all()).stream();
                })
                .map(Lease::replicaId)
                .distinct()
                .toList();
    }

    private List<Lease> all() {
        return heard.entrySet().stream()
                .map(entry -> new Lease(entry.getKey(), entry.getValue()))
                .toList();
    }
}
