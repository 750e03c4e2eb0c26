package io.directcall.media.bridge.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.ConnectionQuality;
import io.directcall.media.bridge.channel.Observation.Connectivity;
import io.directcall.media.bridge.channel.Observation.Downlink;
import io.directcall.media.bridge.channel.Observation.Quality;
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
                                "own",
                                "{\"colibriClass\":\"EndpointConnectivityStatusChangeEvent\",\"endpoint\":\"a\",\"active\":\"false\"}"))
                .contains(new Connectivity("a", false));
        assertThat(
                        ChannelMessages.read(
                                "own",
                                "{\"colibriClass\":\"DominantSpeakerEndpointChangeEvent\",\"dominantSpeakerEndpoint\":\"a\",\"silence\":false}"))
                .contains(new Speaker("a"));
    }

    @Test
    void readsWhoseDownlinkItIsFromTheChannelThatTellsOfIt() {
        assertThat(ChannelMessages.read(
                        "own", "{\"colibriClass\":\"ConnectionStats\",\"estimatedDownlinkBandwidth\":1234567}"))
                .contains(new Downlink("own", 1234));
    }

    @Test
    void skipsTheRest() {
        assertThat(List.of(
                        "{\"colibriClass\":\"ServerHello\"}",
                        "{\"colibriClass\":\"DominantSpeakerEndpointChangeEvent\",\"dominantSpeakerEndpoint\":\"null\"}",
                        "{\"colibriClass\":\"EndpointConnectivityStatusChangeEvent\"}",
                        "{\"colibriClass\":\"ConnectionStats\"}",
                        "{\"colibriClass\":\"ConnectionStats\",\"estimatedDownlinkBandwidth\":-1}",
                        "{\"colibriClass\":\"ConnectionStats\",\"estimatedDownlinkBandwidth\":\"much\"}",
                        "{}",
                        "[]",
                        "",
                        "no json"))
                .allMatch(message -> ChannelMessages.read("own", message).isEmpty());
    }

    @Test
    void passesAChangeOnceThoughEveryChannelReportsIt() {
        // When
        int passed = 0;
        for (int channel = 0; channel < 5; channel++) {
            passed += filter.filter(new Connectivity("a", false), 0).isPresent() ? 1 : 0;
        }

        // Then
        assertThat(passed).isEqualTo(1);
        assertThat(filter.filter(new Connectivity("a", true), 0)).isPresent();
    }

    @Test
    void holdsBackAllButTheNewestSpeaker() {
        // Given
        filter.filter(new Speaker("a"), 0);
        filter.filter(new Speaker("b"), 0);

        // When
        Optional<Speaker> speaker = filter.takeSpeaker();

        // Then
        assertThat(speaker).contains(new Speaker("b"));
        filter.filter(new Speaker("b"), 0);
        assertThat(filter.takeSpeaker()).isEmpty();
    }

    @Test
    void hearsAgainOfAnEndpointThatBeganAnew() {
        // Given
        filter.filter(new Connectivity("a", false), 0);

        // When
        filter.forget("a");

        // Then
        assertThat(filter.filter(new Connectivity("a", false), 0)).isPresent();
    }

    @Test
    void passesTheNewestSpeakerOfManyAndThatOnce() {
        // Given
        for (int change = 0; change < 100; change++) {
            filter.filter(new Speaker("speaker" + change), 0);
        }

        // When
        Optional<Speaker> first = filter.takeSpeaker();
        Optional<Speaker> second = filter.takeSpeaker();

        // Then
        assertThat(first).contains(new Speaker("speaker99"));
        assertThat(second).isEmpty();
    }

    @Test
    void tellsTheQualityOfEachEndpointWhenItChanges() {
        // Given
        filter.filter(new Downlink("a", 2_000), 500);

        // When
        Optional<Observation.Passed> same = filter.filter(new Downlink("a", 2_100), 500);
        Optional<Observation.Passed> other = filter.filter(new Downlink("b", 2_100), 500);

        // Then
        assertThat(same).isEmpty();
        assertThat(other).contains(new Quality("b", ConnectionQuality.GOOD, 2_100));
    }

    @Test
    void measuresAnEndpointThatBeganAnewFromTheBeginning() {
        // Given
        filter.filter(new Downlink("a", 2_000), 500);

        // When
        filter.forget("a");

        // Then
        assertThat(filter.filter(new Downlink("a", 2_000), 500)).isPresent();
    }

    @Test
    void passesARepeatAfterAWhileBecauseTheFirstMayHaveComeTooEarly() {
        // Given
        filter.filter(new Connectivity("a", false), 0);

        // When
        clock.forward(Duration.ofSeconds(5));

        // Then
        assertThat(filter.filter(new Connectivity("a", false), 0)).isPresent();
        assertThat(filter.filter(new Connectivity("a", false), 0)).isEmpty();
    }
}
