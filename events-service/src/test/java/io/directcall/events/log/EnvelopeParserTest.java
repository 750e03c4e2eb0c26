package io.directcall.events.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeParserTest {
    private final EnvelopeParser parser = new EnvelopeParser();

    @Test
    void takesTypeParticipantAndUserOfTheTopLevel() {
        // When
        var envelope = parse(
                "{\"tracks\":[{\"uid\":\"other\",\"type\":\"x\"}],\"uid\":\"u\",\"participantId\":\"p\",\"type\":\"OfferReady\"}");
        // Then
        assertThat(envelope).hasValue(new Envelope("OfferReady", "p", "u", null, 0));
    }

    @Test
    void takesTheIdOfAParticipantThatIsCarriedWhole() {
        // When
        var envelope = parse(
                "{\"type\":\"ParticipantJoined\",\"participant\":{\"uid\":\"u\",\"participantId\":\"p\"},\"seq\":1}");
        // Then
        assertThat(envelope).hasValue(new Envelope("ParticipantJoined", "p", null, null, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "{\"a\":7}", "null", "7.5", "true"})
    void whatIsNoNumberCountsAsNone(String seq) {
        // When
        var envelope = parse("{\"type\":\"A\",\"seq\":" + seq + ",\"uid\":\"u\"}");
        // Then
        assertThat(envelope).hasValue(new Envelope("A", null, "u", null, 0));
    }

    @Test
    void takesWhomItIsFor() {
        // When
        var envelope = parse("{\"type\":\"UserBanned\",\"uid\":\"u\",\"audience\":\"moderators\"}");
        // Then
        assertThat(envelope).hasValue(new Envelope("UserBanned", null, "u", "moderators", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{\"a\":\"moderators\"}", "[\"moderators\"]"})
    void anAudienceThatIsNoTextIsNotTheSameAsNone(String audience) {
        // When
        var envelope = parse("{\"type\":\"A\",\"audience\":" + audience + "}");
        // Then
        assertThat(envelope).hasValue(new Envelope("A", null, null, "", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"type\":null}",
                "{\"type\":\"\"}",
                "{\"type\":\"a\\nid: 1-1\"}",
                "{\"type\":\"A\"",
                "no json",
                "{\"type\":{\"a\":1}}"
            })
    void whatHasNoTypeIsNoEvent(String value) {
        // When
        var envelope = parse(value);
        // Then
        assertThat(envelope).isEmpty();
    }

    private Optional<Envelope> parse(String value) {
        return parser.parse(value.getBytes(UTF_8));
    }
}
