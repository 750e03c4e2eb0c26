package io.directcall.media.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.bridge.BridgeEvent;
import io.directcall.contracts.bridge.BridgeEvent.BridgeStateChanged;
import io.directcall.contracts.bridge.BridgeState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnannouncedChangesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final UnannouncedChanges changes = new UnannouncedChanges();

    @Test
    void givesEachChangeOnceAndInOrder() {
        // Given
        changes.add(change("a", NOW));
        changes.add(change("b", NOW));

        // When, Then
        assertThat(changes.take()).extracting(BridgeEvent::bridgeId).containsExactly("a", "b");
        assertThat(changes.take()).isEmpty();
    }

    @Test
    void forgetsWhatAnotherReplicaHasAnnouncedByNow() {
        // Given
        changes.add(change("old", NOW.minus(UnannouncedChanges.KEPT).minusMillis(1)));
        changes.add(change("new", NOW.minus(UnannouncedChanges.KEPT)));

        // When
        changes.forgetOld(NOW);

        // Then
        assertThat(changes.take()).extracting(BridgeEvent::bridgeId).containsExactly("new");
    }

    @Test
    void keepsTheNewestWhenThereAreTooMany() {
        // When
        for (int i = 0; i < 1_001; i++) {
            changes.add(change("b" + i, NOW));
        }

        // Then
        assertThat(changes.take())
                .hasSize(1_000)
                .last()
                .extracting(BridgeEvent::bridgeId)
                .isEqualTo("b1000");
    }

    private static BridgeEvent change(String bridge, Instant at) {
        return new BridgeStateChanged(bridge, at, "http://" + bridge, null, BridgeState.AVAILABLE, "well");
    }
}
