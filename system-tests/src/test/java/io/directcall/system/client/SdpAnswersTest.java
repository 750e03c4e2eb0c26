package io.directcall.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SdpAnswersTest {
    private static final String OFFER = """
            v=0
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            a=mid:0
            a=ice-ufrag:bridgeUf
            a=recvonly
            m=video 9 UDP/TLS/RTP/SAVPF 100 96
            a=mid:1
            a=recvonly
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            a=mid:2
            a=sendonly
            a=ssrc:11 cname:other
            """;

    @Test
    void sends_on_its_own_lines_and_receives_on_the_others() {
        // When
        String answer = new SdpAnswers(0).to(OFFER);

        // Then
        assertThat(found("a=(mid:.*|sendonly|recvonly|inactive)", answer))
                .containsExactly("mid:0", "sendonly", "mid:1", "sendonly", "mid:2", "recvonly");
        assertThat(found("a=ssrc:(\\d+)", answer)).doesNotHaveDuplicates().hasSize(3);
        assertThat(answer).doesNotContain("bridgeUf");
    }

    @Test
    void has_the_same_sources_each_time_and_no_two_clients_share_one() {
        // Given
        SdpAnswers client = new SdpAnswers(0);

        // When
        List<String> first = found("a=ssrc:(\\d+)", client.to(OFFER));

        // Then
        assertThat(found("a=ssrc:(\\d+)", client.to(OFFER))).isEqualTo(first);
        assertThat(found("a=ssrc:(\\d+)", new SdpAnswers(1).to(OFFER))).doesNotContainAnyElementsOf(first);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1).strip())
                .toList();
    }
}
