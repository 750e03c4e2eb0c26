package io.directcall.media.bridge.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.media.bridge.channel.Observation.Connectivity;
import io.directcall.media.bridge.channel.Observation.Speaker;
import io.directcall.media.testing.MovedClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private final MovedClock clock = new MovedClock();
    private final ObservationFilter filter = new ObservationFilter(clock);

    @Test
    void readsWhatMatters() {
        assertThat(
                        ChannelMessages.read(
                                "{\"colibriClass\":\"EndpointConnectivityStatusChangeEvent\",\"endpoint\":\"a\",\"active\":\"false\"}"))
                .contains(new Connectivity("a", false));
        assertThat(
                        ChannelMessages.read(
                                "{\"colibriClass\":\"DominantSpeakerEndpointChangeEvent\",\"dominantSpeakerEndpoint\":\"a\",\"silence\":false}"))
                .contains(new Speaker("a"));
    }

    @Test
    void skipsTheRest() {
        assertThat(List.of(
                        "{\"colibriClass\":\"ServerHello\"}",
                        "{\"colibriClass\":\"DominantSpeakerEndpointChangeEvent\",\"dominantSpeakerEndpoint\":\"null\"}",
                        "{\"colibriClass\":\"EndpointConnectivityStatusChangeEvent\"}",
                        "{}",
                        "[]",
                        "",
                        "no json"))
                .allMatch(message -> ChannelMessages.read(message).isEmpty());
    }

    @Test
    void passesAChangeOnceThoughEveryChannelReportsIt() {
        // When
        int passed = 0;
        for (int channel = 0; channel < 5; channel++) {
            passed += filter.filter(new Connectivity("a", false)).isPresent() ? 1 : 0;
        }

        // Then
        assertThat(passed).isEqualTo(1);
        assertThat(filter.filter(new Connectivity("a", true))).isPresent();
    }

    @Test
    void holdsBackAllButTheNewestSpeaker() {
        // Given
        filter.filter(new Speaker("a"));
        filter.filter(new Speaker("b"));

        // When
        Optional<Speaker> speaker = filter.takeSpeaker();

        // Then
        assertThat(speaker).contains(new Speaker("b"));
        filter.filter(new Speaker("b"));
        assertThat(filter.takeSpeaker()).isEmpty();
    }

    @Test
    void hearsAgainOfAnEndpointThatBeganAnew() {
        // Given
        filter.filter(new Connectivity("a", false));

        // When
        filter.forget("a");

        // Then
        assertThat(filter.filter(new Connectivity("a", false))).isPresent();
    }

    @Test
    void passesARepeatAfterAWhileBecauseTheFirstMayHaveComeTooEarly() {
        // Given
        filter.filter(new Connectivity("a", false));

        // When
        clock.forward(Duration.ofSeconds(5));

        // Then
        assertThat(filter.filter(new Connectivity("a", false))).isPresent();
        assertThat(filter.filter(new Connectivity("a", false))).isEmpty();
    }
}
