package io.directcall.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What browsers really answered. */
class RecordedAnswersTest {
    /** Directions by their first letter, then how many layers each m-line names. */
    @ParameterizedTest
    @CsvSource({
        "alone, sss, 111",
        "others, sssrri, 111000",
        "left, sssiii, 111000",
        "viewer, ii, 00",
        "sharing, sssrri, 111000",
        "vp9, sss, 111",
    })
    void sayTheSameInChromiumAndFirefox(String answer, String directions, String layers) {
        assertThat(shape("chromium-" + answer)).isEqualTo(directions + " " + layers);
        assertThat(shape("firefox-" + answer)).isEqualTo(directions + " " + layers);
    }

    @Test
    void nameTheLayersOfSimulcastInFirefoxOnly() {
        assertThat(shape("chromium-simulcast")).isEqualTo("sss 101");
        assertThat(shape("firefox-simulcast")).isEqualTo("sss 131");
        assertThat(shape("chromium-simulcast-others")).isEqualTo("sssrri 101000");
        assertThat(shape("firefox-simulcast-others")).isEqualTo("sssrri 131000");
    }

    @Test
    void nameMediaAndRetransmissions() {
        // Given
        String sdp = Resources.sdp("answer-firefox-simulcast");

        // When
        List<Layer> layers = AnswerParser.parse(sdp).lines().get(1).layers();

        // Then
        assertThat(layers)
                .allSatisfy(
                        layer -> assertThat(sdp).contains("a=ssrc-group:FID " + layer.ssrc() + " " + layer.rtxSsrc()));
        assertThat(Layer.ssrcs(layers)).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void agreeOnTheTransport() {
        // When
        ClientTransport chromium =
                AnswerParser.parse(Resources.sdp("answer-chromium-others")).transport();
        ClientTransport firefox =
                AnswerParser.parse(Resources.sdp("answer-firefox-others")).transport();

        // Then
        assertThat(chromium.fingerprint().setup()).isEqualTo("active");
        assertThat(firefox.fingerprint().setup()).isEqualTo("active");
    }

    private static String shape(String answer) {
        List<Answer.Line> lines =
                AnswerParser.parse(Resources.sdp("answer-" + answer)).lines();
        String directions = lines.stream()
                .map(line -> line.direction().token().substring(0, 1))
                .collect(Collectors.joining());
        String layers =
                lines.stream().map(line -> String.valueOf(line.layers().size())).collect(Collectors.joining());
        return directions + " " + layers;
    }
}
