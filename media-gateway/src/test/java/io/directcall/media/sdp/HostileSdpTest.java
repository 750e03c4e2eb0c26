package io.directcall.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever arrives as an answer: it is read or refused, and costs no more than its length. */
class HostileSdpTest {
    /** A text is copied once by lines and once by attributes, at two bytes a character, with objects for what is kept. */
    private static final int MOST_BYTES_PER_CHARACTER = 32;

    /** What the first use of a class or a failure costs. */
    private static final int MOST_BYTES_BESIDE = 256 * 1024;

    @Provide
    Arbitrary<String> damaged() {
        return AnySdp.damaged();
    }

    @Provide
    Arbitrary<String> babble() {
        return AnySdp.babble();
    }

    @Property(tries = 4000)
    void damagedAnswersAreReadOrRefused(@ForAll("damaged") String sdp) {
        check(sdp);
    }

    @Property(tries = 2000)
    void wordsInAnyOrderAreReadOrRefused(@ForAll("babble") String sdp) {
        check(sdp);
    }

    @Property(tries = 1000)
    void anyTextIsReadOrRefused(@ForAll String text) {
        check(text);
    }

    @Example
    void theHeaviestTextsCostNoMoreThanTheirLength() {
        AnySdp.heavy().forEach(HostileSdpTest::check);
    }

    /** Without this nothing of the above would be read. */
    @Example
    void whatBrowsersSayIsRead() {
        assertThat(AnySdp.RECORDED).allSatisfy(sdp -> assertThat(read(sdp)).isPresent());
    }

    private static void check(String sdp) {
        long bytes = Work.of(() -> read(sdp).ifPresent(HostileSdpTest::checkAnswer));
        assertThat(bytes).isLessThan((long) MOST_BYTES_PER_CHARACTER * sdp.length() + MOST_BYTES_BESIDE);
    }

    private static Optional<Answer> read(String sdp) {
        try {
            return Optional.of(AnswerParser.parse(sdp));
        } catch (SdpException refused) {
            assertThat(refused.getMessage()).hasSizeLessThan(200);
            return Optional.empty();
        }
    }

    private static void checkAnswer(Answer answer) {
        List<Long> ssrcs = answer.lines().stream()
                .flatMap(line -> Layer.ssrcs(line.layers()))
                .toList();
        assertThat(ssrcs).doesNotHaveDuplicates().allMatch(ssrc -> ssrc > 0 && ssrc <= 0xffff_ffffL);
        assertThat(answer.lines()).hasSizeBetween(1, AnswerParser.MAX_MEDIA).allSatisfy(line -> {
            assertThat(line.layers()).hasSizeLessThanOrEqualTo(Layer.MOST);
            assertThat(line.layers().isEmpty() || line.direction().sends()).isTrue();
        });
        assertThat(answer.transport().fingerprint().setup()).isIn("active", "passive");
    }
}
