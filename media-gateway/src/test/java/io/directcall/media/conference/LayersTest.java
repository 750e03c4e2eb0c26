package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.media.MediaCommand.LayersReported;
import io.directcall.contracts.media.SimulcastLayer;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Role;
import io.directcall.media.sdp.AnswerParser;
import io.directcall.media.sdp.Layer;
import io.directcall.media.sdp.MediaProfile;
import io.directcall.media.sdp.Resources;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static final List<SimulcastLayer> REPORT =
            List.of(new SimulcastLayer(71, 72L), new SimulcastLayer(73, 74L), new SimulcastLayer(75, null));
    private static final List<Layer> LAYERS = List.of(new Layer(71, 72L), new Layer(73, 74L), new Layer(75, null));

    private final Calls calls = new Calls(MediaProfile.VP8_SIMULCAST);

    @Test
    void asksForLayersOfTheCameraOnly() {
        // When
        calls.join("a");

        // Then
        assertThat(calls.offer("a").sdp())
                .containsOnlyOnce("a=simulcast:recv 0;1;2")
                .containsOnlyOnce("a=rid:0 recv");
    }

    @Test
    void signalsWhatSendsWithoutLayersAtOnce() {
        // Given
        calls.connect("b");
        calls.join("a");

        // When
        answerAsChromium("a");

        // Then
        assertThat(kinds("a")).containsExactly(TrackKind.AUDIO, TrackKind.SCREEN);
        assertThat(calls.offer("b").tracks()).extracting("kind").containsExactly(TrackKind.AUDIO, TrackKind.SCREEN);
    }

    @Test
    void signalsTheCameraWhenItsLayersAreReported() {
        // Given
        calls.connect("b");
        calls.join("a");
        answerAsChromium("a");
        calls.answer("b");

        // When
        boolean taken = report("a", 1, REPORT);

        // Then
        assertThat(taken).isTrue();
        assertThat(calls.endpoint("a").sources()).contains(new Source("a", TrackKind.CAMERA, LAYERS));
        assertThat(calls.offer("b").sdp())
                .contains("a=ssrc-group:FID 71 72", "a=ssrc:71 cname:a", "a=ssrc:72 cname:a")
                .doesNotContain("a=ssrc:73")
                .doesNotContain("SIM");
    }

    @Test
    void signalsAllAtOnceWhenTheLayersAreReportedBeforeTheAnswer() {
        // Given
        calls.connect("b");
        calls.join("a");
        report("a", 1, REPORT);
        int applied = calls.steps(Step.Apply.class).size();

        // When
        answerAsChromium("a");

        // Then
        assertThat(calls.steps(Step.Apply.class)).hasSize(applied + 1);
        assertThat(kinds("a")).containsExactly(TrackKind.AUDIO, TrackKind.CAMERA, TrackKind.SCREEN);
    }

    @Test
    void keepsTheLayersWhenALaterAnswerDoesNotNameThem() {
        // Given
        calls.join("a");
        answerAsChromium("a");
        report("a", 1, REPORT);
        calls.join("b");
        calls.answer("b");
        int applied = calls.steps(Step.Apply.class).size();

        // When
        answerAsChromium("a", "chromium-simulcast-others");

        // Then
        assertThat(calls.endpoint("a").negotiation().isAnswered()).isTrue();
        assertThat(calls.endpoint("a").sources()).contains(new Source("a", TrackKind.CAMERA, LAYERS));
        assertThat(calls.steps(Step.Apply.class)).hasSize(applied + 1);
    }

    @Test
    void takesWhatAnAnswerNames() {
        // Given
        calls.connect("b");
        calls.join("a");

        // When
        calls.conference.answer("a", 1, AnswerParser.parse(Resources.sdp("answer-firefox-simulcast-others")));
        calls.work();

        // Then
        Source camera = calls.endpoint("a").sources().get(1);
        assertThat(camera.layers()).hasSize(3);
        assertThat(calls.offer("b").sdp())
                .contains("a=ssrc:" + camera.layers().getFirst().ssrc())
                .doesNotContain("a=ssrc:" + camera.layers().getLast().ssrc());
    }

    @Test
    void sparesTheBridgeARepeatedReport() {
        // Given
        calls.join("a");
        answerAsChromium("a");
        report("a", 1, REPORT);
        int applied = calls.steps(Step.Apply.class).size();

        // When
        boolean taken = report("a", 1, REPORT);

        // Then
        assertThat(taken).isFalse();
        assertThat(calls.steps(Step.Apply.class)).hasSize(applied);
    }

    @Test
    void takesAReportThatChangesThem() {
        // Given
        calls.join("a");
        answerAsChromium("a");
        report("a", 1, REPORT);

        // When
        report("a", 1, REPORT.subList(0, 1));

        // Then
        assertThat(calls.endpoint("a").sources()).contains(new Source("a", TrackKind.CAMERA, LAYERS.subList(0, 1)));
    }

    @Test
    void forgetsThemWithTheirEndpoint() {
        // Given
        calls.join("a");
        answerAsChromium("a");
        report("a", 1, REPORT);
        calls.conference.restart("a", calls.now, calls.now);
        calls.work();

        // When
        answerAsChromium("a");

        // Then
        assertThat(kinds("a")).containsExactly(TrackKind.AUDIO, TrackKind.SCREEN);
        assertThatThrownBy(() -> report("a", 1, REPORT))
                .isInstanceOf(StaleRevisionException.class)
                .hasMessageContaining("generation 1, the newest is 2");
    }

    @Test
    void refusesReportsThatFitNothing() {
        // Given
        calls.connect("b");
        calls.join("a");
        calls.join("v", Role.VIEWER);

        // When, Then
        assertMismatch(() -> report("a", 2, REPORT), "no offer of generation 2");
        assertMismatch(() -> report("v", 1, REPORT), "asks for no layers");
        assertMismatch(() -> report("a", 1, List.of()), "0 layers");
        assertMismatch(
                () -> report("a", 1, List.of(layer(1), layer(2), layer(3), layer(4))), "4 layers, offered were 3");
        assertMismatch(() -> report("a", 1, List.of(layer(1), layer(1))), "SSRC 1 is there twice");
        assertMismatch(() -> report("a", 1, List.of(layer(Calls.ssrcBase("b")))), "another's");
        assertMismatch(() -> report("a", 1, List.of(layer(Calls.BRIDGE_SSRC))), "another's");
    }

    @Test
    void refusesTheSsrcOfTheOwnMicrophone() {
        // Given
        calls.join("a");
        answerAsChromium("a");
        long microphone = calls.endpoint("a").sources().getFirst().ssrcs().getFirst();

        // When, Then
        assertMismatch(() -> report("a", 1, List.of(layer(microphone))), "there twice");
    }

    @Test
    void refusesAnAnswerThatTakesWhatSomebodyHasReported() {
        // Given
        calls.join("a");
        report("a", 1, List.of(layer(Calls.ssrcBase("b") + 2)));
        calls.join("b");

        // When, Then
        assertMismatch(() -> calls.answer("b"), "another's");
    }

    @Test
    void ignoresWhoHasLeft() {
        // Given
        calls.join("a", "b");
        calls.leave("a");

        // When
        boolean taken = report("a", 1, REPORT);

        // Then
        assertThat(taken).isFalse();
    }

    @Test
    void refusesAReportOfWhoWaitsForABridge() {
        // Given
        calls.bridgeUp = false;
        calls.join("a");

        // When, Then
        assertThatThrownBy(() -> report("a", 0, REPORT)).isInstanceOf(StaleRevisionException.class);
    }

    @Test
    void refusesLayersWhereNoneWereOffered() {
        // Given
        var plain = new Calls();
        plain.join("a");

        // When, Then
        assertMismatch(
                () -> plain.conference.answer("a", 1, AnswerParser.parse(Resources.sdp("answer-firefox-simulcast"))),
                "has 3 layers, offered was one");
    }

    @Test
    void givesWhoJoinsTheCodecsOfTheCall() {
        // Given
        calls.join("a");
        var later = new Conference(calls.conference.state(), Timing.DEFAULT, MediaProfile.VP9_SVC);

        // When
        later.apply(calls.joined("b", Role.PARTICIPANT), calls.now);

        // Then
        assertThat(later.endpoint("b").orElseThrow().negotiation().slots().profile())
                .isEqualTo(MediaProfile.VP8_SIMULCAST);
    }

    private void answerAsChromium(String id) {
        boolean alone = calls.endpoint(id).negotiation().slots().remote().isEmpty();
        answerAsChromium(id, alone ? "chromium-simulcast" : "chromium-simulcast-others");
    }

    private void answerAsChromium(String id, String recorded) {
        int revision = calls.endpoint(id).negotiation().revision();
        calls.conference.answer(id, revision, AnswerParser.parse(Resources.sdp("answer-" + recorded)));
        calls.work();
    }

    private boolean report(String id, int generation, List<SimulcastLayer> layers) {
        boolean taken =
                calls.conference.reportLayers(new LayersReported(Calls.SESSION, id, calls.now, generation, layers));
        calls.work();
        return taken;
    }

    private static SimulcastLayer layer(long ssrc) {
        return new SimulcastLayer(ssrc, null);
    }

    private List<TrackKind> kinds(String id) {
        return calls.endpoint(id).sources().stream().map(Source::kind).toList();
    }

    private static void assertMismatch(ThrowingCallable refused, String message) {
        assertThatThrownBy(refused).isInstanceOf(AnswerMismatchException.class).hasMessageContaining(message);
    }
}
