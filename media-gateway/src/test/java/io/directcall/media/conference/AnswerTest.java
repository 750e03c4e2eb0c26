package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.session.Role;
import io.directcall.media.sdp.Answer;
import io.directcall.media.sdp.Direction;
import io.directcall.media.sdp.Layer;
import io.directcall.media.sdp.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private final Calls calls = new Calls();

    @Test
    void tellsTheBridgeOfTheFirstAnswer() {
        // Given
        calls.join("a");

        // When
        calls.answer("a");

        // Then
        assertThat(calls.steps(Step.Apply.class)).hasSize(1);
        assertThat(calls.endpoint("a").sources()).hasSize(3);
        assertThat(calls.endpoint("a").state()).isEqualTo(EndpointState.ANSWERED);
    }

    @Test
    void sparesTheBridgeAnAnswerThatSaysNothingNew() {
        // Given
        calls.connect("a");

        // When
        calls.connect("b");

        // Then
        assertThat(calls.steps(Step.Apply.class)).hasSize(2);
    }

    @Test
    void tellsTheBridgeOfAnEqualAnswerForAFreshEndpoint() {
        // Given
        calls.connect("a", "b");
        calls.conference.restart("a", calls.now, calls.now);
        calls.work();
        int before = calls.steps(Step.Apply.class).size();

        // When
        calls.answer("a");

        // Then
        assertThat(calls.steps(Step.Apply.class)).hasSize(before + 1);
    }

    @Test
    void takesAnAnswerOnce() {
        // Given
        calls.connect("a");
        Endpoint endpoint = calls.endpoint("a");

        // When
        boolean again = calls.conference.answer("a", 1, calls.answerTo(endpoint, 1));

        // Then
        assertThat(again).isFalse();
    }

    @Test
    void refusesAnOldRevision() {
        // Given
        calls.connect("a");
        Answer old = calls.answerTo(calls.endpoint("a"), 1);
        calls.join("b");
        calls.answer("b");

        // When, Then
        assertThatThrownBy(() -> calls.conference.examine(calls.endpoint("a"), 1, old))
                .isInstanceOf(StaleRevisionException.class);
    }

    @Test
    void refusesARevisionThatWasNeverOffered() {
        // Given
        calls.join("a");
        Answer answer = calls.answerTo(calls.endpoint("a"), 1);

        // When, Then
        assertThatThrownBy(() -> calls.conference.answer("a", 2, answer)).isInstanceOf(AnswerMismatchException.class);
    }

    @Test
    void refusesWhatDoesNotFitTheOffer() {
        // Given
        calls.join("a");
        Answer.Line audio = new Answer.Line("0", MediaType.AUDIO, Direction.SENDONLY, List.of(new Layer(1, null)));
        Answer.Line camera = new Answer.Line("1", MediaType.VIDEO, Direction.SENDONLY, List.of(new Layer(2, null)));
        Answer.Line screen = new Answer.Line("2", MediaType.VIDEO, Direction.INACTIVE, List.of());

        // When, Then
        assertMismatch(List.of(audio, camera), "2 m-lines");
        assertMismatch(List.of(audio, screen, camera), "m-line 1");
        assertMismatch(
                List.of(audio, new Answer.Line("1", MediaType.AUDIO, Direction.SENDONLY, List.of()), screen),
                "m-line 1 is audio");
        assertMismatch(
                List.of(audio, new Answer.Line("1", MediaType.VIDEO, Direction.SENDRECV, List.of()), screen),
                "m-line 1 is sendrecv");
    }

    @Test
    void refusesSsrcsOfAnotherAndOfTheBridge() {
        // Given
        calls.connect("a");
        calls.join("b");

        // When, Then
        Answer stolen = calls.answerTo(calls.endpoint("b"), Calls.ssrcBase("a"));
        assertThatThrownBy(() -> calls.conference.answer("b", 1, stolen)).hasMessageContaining("another's");
        Answer ofBridge = calls.answerTo(calls.endpoint("b"), Calls.BRIDGE_SSRC);
        assertThatThrownBy(() -> calls.conference.answer("b", 1, ofBridge)).hasMessageContaining("another's");
    }

    @Test
    void refusesAViewerWhoSends() {
        // Given
        calls.connect("a");
        calls.join("v", Role.VIEWER);
        Endpoint viewer = calls.endpoint("v");
        var lines = new ArrayList<>(calls.answerTo(viewer, 1).lines());
        lines.set(0, new Answer.Line("0", MediaType.AUDIO, Direction.SENDRECV, List.of(new Layer(7, null))));

        // When, Then
        assertThatThrownBy(() -> calls.conference.answer(
                        "v", 1, new Answer(calls.answerTo(viewer, 1).transport(), lines)))
                .isInstanceOf(AnswerMismatchException.class);
    }

    private void assertMismatch(List<Answer.Line> lines, String message) {
        var transport = calls.answerTo(calls.endpoint("a"), 1).transport();
        assertThatThrownBy(() -> calls.conference.answer("a", 1, new Answer(transport, lines)))
                .isInstanceOf(AnswerMismatchException.class)
                .hasMessageContaining(message);
    }
}
