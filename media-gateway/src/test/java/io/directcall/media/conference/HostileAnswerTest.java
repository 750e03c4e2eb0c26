package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.MediaCommand.LayersReported;
import io.directcall.contracts.media.SimulcastLayer;
import io.directcall.media.sdp.AnswerParser;
import io.directcall.media.sdp.MediaProfile;
import io.directcall.media.sdp.Resources;
import io.directcall.media.sdp.SdpException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** One participant says whatever it likes: the others keep what is theirs. */
class HostileAnswerTest {
    /** What the victim, its retransmissions and the bridge have, and a few that are free. */
    private static final List<Long> POOL = Stream.concat(
                    Stream.iterate(Calls.ssrcBase("a"), ssrc -> ssrc + 1).limit(6),
                    Stream.of(Calls.BRIDGE_SSRC, 1L, 2L, 3L, 4L, 5L, 6L, 7L))
            .toList();

    private static final String SIMULCAST = Resources.sdp("answer-firefox-simulcast-others");

    /** SSRCs of microphone, camera and screen in it. */
    private static final List<String> OWN = SIMULCAST
            .lines()
            .filter(line -> line.startsWith("a=ssrc:"))
            .map(line -> line.substring(7, line.indexOf(' ')))
            .distinct()
            .limit(9)
            .toList();

    /** What somebody does who wants to be heard as another. */
    private record Attempt(String answer, List<SimulcastLayer> report, boolean reportFirst) {}

    /** A real answer some of whose SSRCs are replaced by such of the pool. */
    @Provide
    Arbitrary<Attempt> attempts() {
        Arbitrary<String> answers =
                Arbitraries.of(POOL).injectNull(0.7).list().ofSize(OWN.size()).map(HostileAnswerTest::answer);
        Arbitrary<SimulcastLayer> layer = Combinators.combine(
                        Arbitraries.of(POOL), Arbitraries.of(POOL).injectNull(0.3))
                .as(SimulcastLayer::new);
        Arbitrary<List<SimulcastLayer>> reports = layer.list().ofMaxSize(4);
        return Combinators.combine(answers, reports, Arbitraries.of(true, false))
                .as(Attempt::new);
    }

    private static String answer(List<Long> drawn) {
        String sdp = SIMULCAST;
        for (int i = 0; i < OWN.size(); i++) {
            sdp = drawn.get(i) == null ? sdp : sdp.replace(OWN.get(i), String.valueOf(drawn.get(i)));
        }
        return sdp;
    }

    @Property(tries = 3000)
    void neverTakesAnothersSsrc(@ForAll("attempts") Attempt attempt) {
        // Given
        var calls = new Calls(MediaProfile.VP8_SIMULCAST);
        calls.connect("a");
        calls.join("b");
        List<Source> before = calls.endpoint("a").sources();

        // When
        boolean reportedBefore = attempt.reportFirst && report(calls, attempt);
        boolean answered = answer(calls, attempt);
        boolean reportedAfter = !attempt.reportFirst && report(calls, attempt);

        // Then
        Statistics.collect(answered, reportedBefore || reportedAfter);
        assertThat(calls.endpoint("a").sources()).isEqualTo(before);
        List<Long> claimed = calls.endpoint("b").sources().stream()
                .flatMap(source -> source.ssrcs().stream())
                .toList();
        assertThat(claimed).doesNotHaveDuplicates().doesNotContainAnyElementsOf(taken(before));
    }

    private static Set<Long> taken(List<Source> others) {
        Set<Long> taken =
                others.stream().flatMap(source -> source.ssrcs().stream()).collect(Collectors.toSet());
        var all = new HashSet<>(taken);
        all.add(Calls.BRIDGE_SSRC);
        return all;
    }

    private static boolean answer(Calls calls, Attempt attempt) {
        try {
            return calls.conference.answer("b", 1, AnswerParser.parse(attempt.answer));
        } catch (SdpException | AnswerMismatchException refused) {
            return false;
        } finally {
            calls.work();
        }
    }

    private static boolean report(Calls calls, Attempt attempt) {
        try {
            return calls.conference.reportLayers(new LayersReported(Calls.SESSION, "b", calls.now, 1, attempt.report));
        } catch (AnswerMismatchException refused) {
            return false;
        } finally {
            calls.work();
        }
    }
}
