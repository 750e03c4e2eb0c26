package io.directcall.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.directcall.media.sdp.SdpException.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        assertThat(answer.transport().ufrag()).isEqualTo("vwSK");
        assertThat(answer.transport().fingerprint().setup()).isEqualTo("active");
        assertThat(answer.lines())
                .extracting(Answer.Line::mid, Answer.Line::media, Answer.Line::direction, Answer.Line::layers)
                .containsExactly(
                        tuple("0", MediaType.AUDIO, Direction.SENDONLY, List.of(new Layer(4002286714L, null))),
                        tuple("1", MediaType.VIDEO, Direction.SENDONLY, List.of(new Layer(3659408102L, 4012719217L))),
                        tuple("2", MediaType.VIDEO, Direction.SENDONLY, List.of(new Layer(2758258224L, 617405268L))),
                        tuple("3", MediaType.AUDIO, Direction.RECVONLY, List.of()),
                        tuple("4", MediaType.VIDEO, Direction.RECVONLY, List.of()),
                        tuple("5", MediaType.VIDEO, Direction.INACTIVE, List.of()));
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
                "a=ice-ufrag:vwSK|a=ice-ufrag:D5SK|NOT_BUNDLED",
                "a=setup:active|a=setup:passive|NOT_BUNDLED",
                "a=ssrc:4002286714|a=ssrc:0|BAD_SSRC",
                "a=ssrc:4002286714|a=ssrc:4294967296|BAD_SSRC",
                "a=ssrc:4002286714|a=ssrc:-1|BAD_SSRC",
                "a=ssrc:4002286714|a=ssrc:99999999999999999999|BAD_SSRC",
                "a=ssrc:4002286714|a=ssrc:3659408102|DUPLICATE_SSRC",
                "FID 3659408102 4012719217|FID 3659408102|BAD_SSRC",
                "FID 3659408102 4012719217|FID 3659408102 3659408102|BAD_SSRC",
                "FID 3659408102 4012719217|FID 3659408102 5|BAD_SSRC",
                "a=ssrc-group:FID 3659408102 4012719217|a=x|BAD_SSRC",
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
                "a=ice-ufrag:vwSK|a=x|BAD_ICE",
                "a=ice-ufrag:vwSK|a=ice-ufrag:abc|BAD_ICE",
                "a=ice-ufrag:vwSK|a=ice-ufrag:ab cd|BAD_ICE",
                "a=ice-pwd:oWTgEbPVQSdr8jr7Gtz+dEho|a=ice-pwd:short|BAD_ICE",
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
        assertProblem(camera(ssrcs(1, 2, 3, 4, 5, 6, 7)), Problem.TOO_MANY_SSRCS);
    }

    @Test
    void readsLayersInTheOrderOfTheirGroup() {
        // Given
        String sdp =
                camera("a=ssrc-group:SIM 1 2 3", "a=ssrc-group:FID 3 6", "a=ssrc-group:FID 1 4", ssrcs(1, 2, 3, 4, 6));

        // When
        Answer answer = AnswerParser.parse(sdp);

        // Then
        assertThat(answer.lines().get(1).layers())
                .containsExactly(new Layer(1, 4L), new Layer(2, null), new Layer(3, 6L));
    }

    @Test
    void refusesGroupsThatDoNotFit() {
        assertProblem(camera("a=ssrc-group:SIM 1 2", "a=ssrc-group:SIM 1 2", ssrcs(1, 2)), Problem.BAD_SSRC);
        assertProblem(camera("a=ssrc-group:SIM 1 1", ssrcs(1)), Problem.BAD_SSRC);
        assertProblem(camera("a=ssrc-group:SIM 1 2 3 4", ssrcs(1, 2, 3, 4)), Problem.BAD_SSRC);
        assertProblem(camera("a=ssrc-group:SIM 1 2", ssrcs(1)), Problem.BAD_SSRC);
        assertProblem(camera("a=ssrc-group:SIM 1 2", ssrcs(1, 2, 3)), Problem.BAD_SSRC);
        assertProblem(camera("a=ssrc-group:SIM ", ssrcs(1)), Problem.BAD_SSRC);
        assertProblem(camera("a=ssrc-group:SIM 1 2", "a=ssrc-group:FID 1 2", ssrcs(1, 2)), Problem.BAD_SSRC);
        assertProblem(camera("a=ssrc-group:SIM 1 2", "a=ssrc-group:FID 3 4", ssrcs(1, 2, 3, 4)), Problem.BAD_SSRC);
        assertProblem(camera("a=ssrc-group:FID 1 3", "a=ssrc-group:FID 2 3", ssrcs(1, 2, 3)), Problem.BAD_SSRC);
        assertProblem(camera("a=ssrc-group:FID 1 2", "a=ssrc-group:FID 1 3", ssrcs(1, 2, 3)), Problem.BAD_SSRC);
        String fids = "a=ssrc-group:FID 1 2\r\na=ssrc-group:FID 3 4\r\na=ssrc-group:FID 5 6\r\na=ssrc-group:FID 7 8";
        assertProblem(camera(fids), Problem.TOO_MANY_SSRCS);
    }

    /** The answer with these lines in place of what the camera's m-line says of its SSRCs. */
    private static String camera(String... lines) {
        String plain = REAL.replace("a=ssrc-group:FID 3659408102 4012719217\r\n", "")
                .replaceAll("a=ssrc:(3659408102|4012719217) [^\r]*\r\n", "");
        return plain.replaceFirst("a=mid:1\r\n", "a=mid:1\r\n" + String.join("\r\n", lines) + "\r\n");
    }

    private static void assertProblem(String sdp, Problem problem) {
        assertThatThrownBy(() -> AnswerParser.parse(sdp))
                .isInstanceOfSatisfying(
                        SdpException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private static String ssrcs(int... ssrcs) {
        return IntStream.of(ssrcs)
                .mapToObj(ssrc -> "a=ssrc:" + ssrc + " cname:x")
                .collect(Collectors.joining("\r\n"));
    }

    private static String replaceOnce(String text, String original, String replacement) {
        int at = text.indexOf(original);
        return text.substring(0, at) + replacement + text.substring(at + original.length());
    }
}
