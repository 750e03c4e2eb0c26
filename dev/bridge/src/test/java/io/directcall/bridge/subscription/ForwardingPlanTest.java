package io.directcall.bridge.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForwardingPlanTest {
    private static final List<String> SOURCES = List.of("a-v0", "b-v0", "c-v0", "c-v1");

    private static Map<String, Integer> plan(
            int lastN, List<String> preferred, int height, Map<String, Integer> named) {
        return ForwardingPlan.plan(new ReceiverConstraints(lastN, preferred, height, named), SOURCES);
    }

    @Test
    void forwardsNothingBeforeConstraintsArrive() {
        // When
        Map<String, Integer> plan = ForwardingPlan.plan(ReceiverConstraints.initial(0), SOURCES);

        // Then
        assertThat(plan).isEmpty();
    }

    @Test
    void forwardsAllByDefaultConstraints() {
        // When
        Map<String, Integer> plan = plan(-1, List.of(), 180, Map.of("c-v1", 720));

        // Then
        assertThat(plan).containsOnlyKeys(SOURCES).containsEntry("a-v0", 180).containsEntry("c-v1", 720);
    }

    @Test
    void leavesOutSourcesOfHeightZero() {
        // When
        Map<String, Integer> plan = plan(-1, List.of(), 180, Map.of("a-v0", 0));

        // Then
        assertThat(plan).containsOnlyKeys("b-v0", "c-v0", "c-v1");
    }

    @Test
    void keepsToLastNByPreferenceThenBySpeech() {
        // When
        Map<String, Integer> plan = plan(2, List.of("gone-v0", "c-v1"), -1, Map.of());

        // Then
        assertThat(plan).containsOnlyKeys("c-v1", "a-v0");
    }

    @Test
    void sparesTheRoomOfLastNForWhatIsWanted() {
        // When
        Map<String, Integer> plan = plan(1, List.of(), 0, Map.of("b-v0", 360));

        // Then
        assertThat(plan).containsOnlyKeys("b-v0");
    }

    @Test
    void sendsNoVideoForLastNZero() {
        // When
        Map<String, Integer> plan = plan(0, SOURCES, 720, Map.of());

        // Then
        assertThat(plan).isEmpty();
    }

    @Test
    void keepsWhatAnUpdateDoesNotMention() {
        // Given
        ReceiverConstraints before = new ReceiverConstraints(5, List.of("a"), 180, Map.of("a", 720));

        // When
        ReceiverConstraints after = before.with(
                new ReceiverConstraints.Update(Optional.of(1), Optional.empty(), Optional.empty(), Optional.empty()));

        // Then
        assertThat(after).isEqualTo(new ReceiverConstraints(1, List.of("a"), 180, Map.of("a", 720)));
    }

    @Test
    void subscribesToAudioAsAsked() {
        // Given
        AudioSubscription all = new AudioSubscription.All();
        AudioSubscription none = new AudioSubscription.None();
        AudioSubscription only = new AudioSubscription.Custom(Set.of("a"), Set.of());
        AudioSubscription butOne = new AudioSubscription.Custom(Set.of(), Set.of("a"));

        // When
        List<Boolean> forA = List.of(all.includes("a"), none.includes("a"), only.includes("a"), butOne.includes("a"));
        List<Boolean> forB = List.of(all.includes("b"), none.includes("b"), only.includes("b"), butOne.includes("b"));

        // Then
        assertThat(forA).containsExactly(true, false, true, false);
        assertThat(forB).containsExactly(true, false, false, true);
    }
}
