package io.directcall.media.bridge.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.media.bridge.channel.Observation.Connectivity;
import io.directcall.media.bridge.channel.Observation.Speaker;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private final ObservationFilter filter = new ObservationFilter();

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
            passed += filter.filter(new Connectivity("a", false)).size();
        }

        // Then
        assertThat(passed).isEqualTo(1);
        assertThat(filter.filter(new Connectivity("a", true))).hasSize(1);
    }

    @Test
    void holdsBackAllButTheNewestSpeaker() {
        // Given
        filter.filter(new Speaker("a"));
        filter.filter(new Speaker("b"));

        // When
        Speaker speaker = filter.takeSpeaker();

        // Then
        assertThat(speaker).isEqualTo(new Speaker("b"));
        filter.filter(new Speaker("b"));
        assertThat(filter.takeSpeaker()).isNull();
    }

    @Test
    void hearsAgainOfAnEndpointThatBeganAnew() {
        // Given
        filter.filter(new Connectivity("a", false));

        // When
        filter.forget("a");

        // Then
        assertThat(filter.filter(new Connectivity("a", false))).hasSize(1);
    }
}
