package io.directcall.system.faults.verify;

import static io.directcall.system.faults.verify.Fabricated.MUTE;
import static io.directcall.system.faults.verify.Fabricated.SESSION;
import static io.directcall.system.faults.verify.Fabricated.at;
import static io.directcall.system.faults.verify.Fabricated.execution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.system.faults.verify.Execution.Result;
import io.directcall.system.faults.verify.Finding.Kind;
import java.util.Collections;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** Each way in which a session can go wrong is reported, and nothing else is. */
class SessionVerdictTest {
    private final Fabricated session = new Fabricated();

    @Test
    void whatIsAllRightIsNotReported() {
        // When
        SessionVerdict verdict = session.verdict();

        // Then
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.expected()).isEqualTo(7 + 4 + 2);
        assertThat(verdict.delivered()).isEqualTo(verdict.expected());
        assertThat(verdict.republished()).isZero();
    }

    @Test
    void aLostEventIsReportedForItsSubscriber() {
        // Given
        session.ada.removeIf(delivery -> delivery.seq() == 4);

        // When
        SessionVerdict verdict = session.verdict();

        // Then
        assertReported(tuple(Kind.LOST, 4L));
        assertThat(verdict.findings().getFirst().what()).contains("ada");
        assertThat(verdict.delivered()).isEqualTo(verdict.expected() - 1);
    }

    @Test
    void theLastEventIsMissedToo() {
        // Given
        session.bob.removeLast();

        // When / Then
        assertReported(tuple(Kind.LOST, 5L));
    }

    @Test
    void anEventThatNobodyReceivedIsReported() {
        // Given
        for (List<Delivery> deliveries : List.of(session.observer, session.ada, session.bob)) {
            deliveries.removeIf(delivery -> delivery.seq() == 4);
        }

        // When / Then
        assertThat(session.verdict().findings())
                .extracting(Finding::kind)
                .contains(Kind.LOST, Kind.NOT_DONE)
                .doesNotContain(Kind.REPEATED, Kind.FOREIGN);
    }

    @Test
    void theSameRecordTwiceIsReported() {
        // Given
        session.ada.add(3, session.delivery(3));

        // When / Then
        assertReported(tuple(Kind.REPEATED, 3L));
    }

    @Test
    void anotherRecordOfTheSameEventIsOnlyCounted() {
        // Given
        session.ada.add(4, session.delivery(3, 450));

        // When / Then
        assertReported();
        assertThat(session.verdict().republished()).isEqualTo(1);
    }

    @Test
    void swappedEventsAreReported() {
        // Given
        Collections.swap(session.ada, 2, 3);

        // When / Then
        assertReported(tuple(Kind.OUT_OF_ORDER, 3L));
    }

    @Test
    void eventsThatWerePublishedInTheWrongOrderAreReported() {
        // Given
        session.ada.set(2, session.delivery(4, 300));
        session.ada.set(3, session.delivery(3, 400));

        // When / Then
        assertReported(tuple(Kind.OUT_OF_ORDER, 3L));
    }

    @Test
    void anEventOfAnotherSessionIsReported() {
        // Given
        var foreign = new SessionEvent.SessionEnded("s-2", 4, at(4), EndReason.IDLE);
        session.ada.set(3, new Delivery(foreign, 400, at(4)));

        // When / Then
        assertReported(tuple(Kind.FOREIGN, 4L));
    }

    @Test
    void anEventAfterOnesOwnLeavingIsReported() {
        // Given
        session.bob.add(session.delivery(6));

        // When / Then
        assertReported(tuple(Kind.FOREIGN, 6L));
    }

    @Test
    void anAcceptedCommandWithoutItsEventIsReported() {
        // Given
        session.executions.add(execution(5, new Command.Update("ada", "ada", MUTE), Result.ACCEPTED, null));

        // When / Then
        assertReported(tuple(Kind.NOT_DONE, 0L));
    }

    @Test
    void aCommandWithoutAnAnswerMayHaveBeenDoneOrNot() {
        // Given
        session.executions.add(execution(5, new Command.Update("ada", "ada", MUTE), Result.UNKNOWN, null));
        session.executions.set(2, execution(4, new Command.Update("bob", "bob", MUTE), Result.UNKNOWN, null));

        // When / Then
        assertReported();
    }

    @Test
    void aRefusedCommandMustHaveNoEvent() {
        // Given
        session.executions.set(2, execution(4, new Command.Update("bob", "bob", MUTE), Result.REFUSED, null));

        // When / Then
        assertReported(tuple(Kind.UNASKED, 4L));
    }

    @Test
    void anEventAtATimeWhenNobodyAskedIsReported() {
        // Given
        session.executions.set(2, execution(2, new Command.Update("bob", "bob", MUTE), Result.ACCEPTED, null));

        // When / Then
        assertReported(tuple(Kind.NOT_DONE, 0L), tuple(Kind.UNASKED, 4L));
    }

    @Test
    void aJoinThatMadeTwoParticipantsIsReported() {
        // Given
        session.executions.set(1, execution(3, new Command.Join("u-bob"), Result.UNKNOWN, null));
        session.executions.subList(2, 4).clear();
        session.happened(new SessionEvent.ParticipantJoined(SESSION, 4, at(4), Fabricated.BOB_AGAIN));

        // When / Then
        assertReported(tuple(Kind.DONE_TWICE, 4L));
    }

    @Test
    void aLossOfSomebodyWhoListensIsReported() {
        // Given
        loseBob();

        // When / Then
        assertReported(tuple(Kind.THROWN_OUT, 5L));
    }

    @Test
    void whoVanishesIsExpectedToBeLostAndNotToListen() {
        // Given
        loseBob();
        session.bobVanished = true;
        session.bob.removeLast();

        // When / Then
        assertReported();
    }

    @Test
    void aChangeByNobodyIsReportedWhileWhoAskedForItIsThere() {
        // Given
        session.happened(new SessionEvent.ParticipantUpdated(SESSION, 4, at(4), Fabricated.BOB_MUTED, null));

        // When / Then
        assertReported(tuple(Kind.UNASKED, 4L));
    }

    @Test
    void aSessionMayStartAgainAfterItsEndOnly() {
        // Given
        session.happened(new SessionEvent.SessionStarted(SESSION, 4, at(4), CallType.VIDEO));
        session.executions.subList(2, 4).clear();

        // When / Then
        assertThat(session.verdict().findings())
                .extracting(Finding::kind, Finding::seq)
                .contains(tuple(Kind.UNASKED, 4L));
    }

    @Test
    void aSessionThatGoesOnIsReported() {
        // Given
        session.observer.removeLast();
        session.executions.removeLast();

        // When / Then
        assertThat(session.verdict().findings()).extracting(Finding::kind).contains(Kind.NOT_ENDED);
    }

    /** Instead of his leaving. */
    private void loseBob() {
        session.executions.remove(4);
        session.happened(
                new SessionEvent.ParticipantLeft(SESSION, 5, at(6), "bob", "u-bob", LeaveReason.CONNECTION_LOST));
    }

    private void assertReported(Tuple... kindsAndNumbers) {
        assertThat(session.verdict().findings())
                .extracting(Finding::kind, Finding::seq)
                .containsExactlyInAnyOrder(kindsAndNumbers);
    }
}
