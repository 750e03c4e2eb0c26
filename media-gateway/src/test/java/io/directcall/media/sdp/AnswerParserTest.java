package io.directcall.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.directcall.media.sdp.SdpException.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerParserTest {
    private static final String REAL = Resources.sdp("answer-chromium-others");

    @Test
    void readsWhatChromiumAnswers() {
        // When
        Answer answer = AnswerParser.parse(REAL);

        // Then
        assertThat(answer.transport().ufrag()).isEqualTo("C5x5");
        assertThat(answer.transport().fingerprint().setup()).isEqualTo("active");
        assertThat(answer.lines())
                .extracting(Answer.Line::mid, Answer.Line::media, Answer.Line::direction, Answer.Line::ssrcs)
                .containsExactly(
                        tuple("0", MediaType.AUDIO, Direction.SENDONLY, List.of(4248813607L)),
                        tuple("1", MediaType.VIDEO, Direction.SENDONLY, List.of(1068634377L, 3724131783L)),
                        tuple("2", MediaType.VIDEO, Direction.SENDONLY, List.of(2104903846L, 1624463264L)),
                        tuple("3", MediaType.AUDIO, Direction.RECVONLY, List.of()),
                        tuple("4", MediaType.VIDEO, Direction.RECVONLY, List.of()),
                        tuple("5", MediaType.VIDEO, Direction.INACTIVE, List.of()));
    }

    @Test
    void readsTheAnswerOfAViewer() {
        // When
        Answer answer = AnswerParser.parse(Resources.sdp("answer-chromium-viewer"));

        // Then
        assertThat(answer.lines()).extracting(Answer.Line::direction).containsOnly(Direction.INACTIVE);
    }

    @Test
    void readsWhatStandsInTheSessionPartOnly() {
        // Given
        String sdp = """
                v=0
                a=ice-ufrag:abcd
                a=ice-pwd:0123456789abcdef012345
                a=fingerprint:SHA-256 %s
                a=setup:passive
                m=audio 9 UDP/TLS/RTP/SAVPF 111
                a=mid:a
                a=ssrc:7 cname:x
                """.formatted("ab:".repeat(31) + "ab");

        // When
        Answer answer = AnswerParser.parse(sdp);

        // Then
        assertThat(answer.transport().fingerprint())
                .isEqualTo(new Fingerprint("sha-256", "AB:".repeat(31) + "AB", "passive"));
        assertThat(answer.lines().getFirst().direction()).isEqualTo(Direction.SENDRECV);
    }

    @Test
    void takesARejectedLineAsInactive() {
        // Given
        String rejected = REAL.replaceFirst("m=video 9 ", "m=video 0 ");

        // When
        Answer answer = AnswerParser.parse(rejected);

        // Then
        assertThat(answer.lines().get(1))
                .isEqualTo(new Answer.Line("1", MediaType.VIDEO, Direction.INACTIVE, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=0|v=1|NOT_SDP",
                "s=-|no equals sign|NOT_SDP",
                "s=-|s=a\1b|BAD_CHARACTER",
                "m=video 9 |m=application 9 |BAD_MEDIA",
                "m=video 9 |m=video x |BAD_MEDIA",
                "a=mid:1|a=middle:1|BAD_MID",
                "a=mid:1|a=mid:0|DUPLICATE_MID",
                "a=ice-ufrag:C5x5|a=ice-ufrag:D5x5|NOT_BUNDLED",
                "a=setup:active|a=setup:passive|NOT_BUNDLED",
                "a=ssrc:4248813607|a=ssrc:0|BAD_SSRC",
                "a=ssrc:4248813607|a=ssrc:4294967296|BAD_SSRC",
                "a=ssrc:4248813607|a=ssrc:-1|BAD_SSRC",
                "a=ssrc:4248813607|a=ssrc:99999999999999999999|BAD_SSRC",
                "a=ssrc:4248813607|a=ssrc:1068634377|DUPLICATE_SSRC",
                "FID 1068634377 3724131783|FID 1068634377|BAD_SSRC",
                "FID 1068634377 3724131783|FID 1068634377 1068634377|BAD_SSRC",
                "FID 1068634377 3724131783|FID 1068634377 5|BAD_SSRC",
                "a=ssrc-group:FID 1068634377 3724131783|a=x|BAD_SSRC",
            })
    void namesWhatIsWrong(String original, String replacement, Problem problem) {
        // Given
        String damaged = replaceOnce(REAL, original, replacement);

        // When, Then
        assertThatThrownBy(() -> AnswerParser.parse(damaged))
                .isInstanceOfSatisfying(
                        SdpException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=ice-ufrag:C5x5|a=x|BAD_ICE",
                "a=ice-ufrag:C5x5|a=ice-ufrag:abc|BAD_ICE",
                "a=ice-ufrag:C5x5|a=ice-ufrag:ab cd|BAD_ICE",
                "a=ice-pwd:7/V4UP4byLNQtuhnJAP6SX7C|a=ice-pwd:short|BAD_ICE",
                "a=setup:active|a=setup:actpass|BAD_SETUP",
                "a=setup:active|a=x|BAD_SETUP",
                "a=fingerprint:sha-256|a=fingerprint:md5|BAD_FINGERPRINT",
                "a=fingerprint:sha-256|a=fingerprint:sha-512|BAD_FINGERPRINT",
                "a=fingerprint:sha-256|a=x|BAD_FINGERPRINT",
            })
    void namesWhatIsWrongWithTheTransport(String original, String replacement, Problem problem) {
        // Given
        String damaged = REAL.replace(original, replacement);

        // When, Then
        assertThatThrownBy(() -> AnswerParser.parse(damaged))
                .isInstanceOfSatisfying(
                        SdpException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    @Test
    void refusesWhatIsTooLongOrTooMuch() {
        assertProblem(null, Problem.EMPTY);
        assertProblem("  \r\n", Problem.EMPTY);
        assertProblem("v=0\r\n", Problem.NO_MEDIA);
        assertProblem("v=0\r\n" + "a".repeat(AnswerParser.MAX_LENGTH), Problem.TOO_LARGE);
        assertProblem("v=0\n" + "a=\n".repeat(AnswerParser.MAX_LINES), Problem.TOO_MANY_LINES);
        assertProblem("v=0\na=" + "x".repeat(AnswerParser.MAX_LINE_LENGTH), Problem.LINE_TOO_LONG);
        assertProblem("v=0\n" + "m=audio 9 X 0\n".repeat(AnswerParser.MAX_MEDIA + 1), Problem.TOO_MANY_MEDIA);
        assertProblem(REAL.replaceFirst("a=mid:1", "a=mid:1\r\n" + ssrcs(9)), Problem.TOO_MANY_SSRCS);
    }

    @Test
    void survivesDamageAtRandomWithinBoundedTime() {
        // Given
        var random = new Random(20260102);

        // When, Then
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 5_000; i++) {
                parseDamaged(random);
            }
        });
    }

    private static void parseDamaged(Random random) {
        var damaged = new StringBuilder(REAL);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, (char) random.nextInt(0x180));
                case 1 -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(60)));
                default -> damaged.insert(at, damaged.substring(random.nextInt(at + 1), at));
            }
        }
        try {
            AnswerParser.parse(damaged.toString());
        } catch (SdpException expected) {
            assertThat(expected.getMessage()).hasSizeLessThan(200);
        }
    }

    private static void assertProblem(String sdp, Problem problem) {
        assertThatThrownBy(() -> AnswerParser.parse(sdp))
                .isInstanceOfSatisfying(
                        SdpException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static String ssrcs(int count) {
        var lines = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            lines.append("a=ssrc:").append(i).append(" cname:x\r\n");
        }
        return lines.toString();
    }

    private static String replaceOnce(String text, String original, String replacement) {
        int at = text.indexOf(original);
        return text.substring(0, at) + replacement + text.substring(at + original.length());
    }
}
