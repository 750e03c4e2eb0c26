package io.directcall.media.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.media.conference.ConferenceNames;
import io.directcall.media.conference.Inventory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two replicas look at the same bridge. */
class InventoriesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Map<String, Set<String>> ON_BRIDGE = Map.of(
            "here~s1~1", Set.of("a", "b"),
            "here~s1~2", Set.of(),
            "here~s2~3", Set.of("c"),
            "there~s1~4", Set.of("d"),
            "somebody's", Set.of("e"));

    @Test
    void givesEachReplicaTheConferencesOfItsSessions() {
        assertThat(replica("s1").sort("http://b", NOW, ON_BRIDGE, List.of()))
                .isEqualTo(Map.of(
                        "s1",
                        new Inventory("http://b", NOW, Map.of("here~s1~1", Set.of("a", "b"), "here~s1~2", Set.of()))));
        assertThat(replica("s2").sort("http://b", NOW, ON_BRIDGE, List.of())).containsOnlyKeys("s2");
    }

    @Test
    void namesSessionsOfWhichTheBridgeHasNothing() {
        assertThat(replica("s3").sort("http://b", NOW, ON_BRIDGE, List.of("s3")))
                .isEqualTo(Map.of("s3", new Inventory("http://b", NOW, Map.of())));
    }

    @Test
    void leavesOutWhatItOwnsNoLonger() {
        assertThat(replica("s2").sort("http://b", NOW, Map.of(), List.of("s3"))).isEmpty();
    }

    private static Inventories replica(String ownedSession) {
        return new Inventories(new ConferenceNames("here"), ownedSession::equals);
    }
}
