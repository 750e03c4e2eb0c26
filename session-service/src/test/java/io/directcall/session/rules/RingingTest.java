package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.user.CallStatus;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.contracts.user.RejectReason;
import io.directcall.contracts.user.User;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.SessionCommand.Accept;
import io.directcall.session.rules.SessionCommand.Cancel;
import io.directcall.session.rules.SessionCommand.EndCall;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.rules.SessionCommand.Place;
import io.directcall.session.rules.SessionCommand.Reject;
import io.directcall.session.rules.SessionCommand.Remove;
import io.directcall.session.rules.SessionCommand.TimePassed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RingingTest {
    private static final Party ANNA = new Party.User("anna");
    private static final Party BEN = new Party.User("ben");

    private final Given given = new Given();

    private static Place call(ReceiverType type, List<String> callees, Set<String> busy, boolean callerBusy) {
        return new Place(
                new User("anna", "Anna", null),
                type == ReceiverType.USER ? callees.getFirst() : "team",
                type,
                CallType.AUDIO,
                callees,
                Duration.ofSeconds(45),
                Map.of("ticket", 7),
                busy,
                callerBusy);
    }

    private Given annaCallsBen() {
        return given.told(call(ReceiverType.USER, List.of("ben"), Set.of(), false));
    }

    private Given annaCallsTheTeam() {
        return given.told(call(ReceiverType.GROUP, List.of("ben", "cleo"), Set.of(), false));
    }

    private EndReason reason() {
        return ((Life.Ended) given.session().life()).reason();
    }

    private static Tuple told(String uid, Notice.What what) {
        return tuple(uid, what);
    }

    private static void assertTold(Decision decision, Tuple... notices) {
        assertThat(((Changed) decision).notices())
                .extracting(Notice::uid, Notice::what)
                .containsExactlyInAnyOrder(notices);
    }

    @Test
    void whoIsCalledIsTold() {
        // When
        Decision placed = given.tell(call(ReceiverType.USER, List.of("ben"), Set.of(), false));

        // Then
        assertTold(placed, told("ben", new Notice.Incoming()));
        var call = ((Changed) placed).notices().getFirst().call();
        assertThat(call.status()).isEqualTo(CallStatus.INITIATED);
        assertThat(call.ringsUntil()).isEqualTo(Given.START.plusSeconds(45));
        assertThat(call.metadata()).containsEntry("ticket", 7);
        assertThat(((Changed) placed).events()).isEmpty();
    }

    @Test
    void acceptingStopsTheRingingOnAllDevicesAndTellsTheCaller() {
        // Given
        annaCallsBen();

        // When
        Decision accepted = given.tell(new Accept("ben", false));

        // Then
        assertTold(accepted, told("anna", new Notice.Accepted("ben")), told("ben", new Notice.Accepted("ben")));
        assertThat(given.session().life())
                .isEqualTo(new Life.Waiting(CallType.AUDIO, Given.START.plus(Given.POLICY.waiting())));
    }

    @Test
    void theSecondDeviceThatAcceptsIsTooLate() {
        // Given
        annaCallsBen().told(new Accept("ben", false));

        // When
        Decision second = given.tell(new Accept("ben", false));

        // Then
        assertThat(second).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_RINGING));
    }

    @Test
    void nobodyJoinsBeforeACallIsAccepted() {
        // Given
        annaCallsBen();

        // When
        Decision joined = given.tell(Given.join("anna"));

        // Then
        assertThat(joined).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_STARTED));
    }

    @Test
    void anAcceptedCallIsJoinedWithTheTypeThatWasPlaced() {
        // Given
        annaCallsBen().told(new Accept("ben", false));

        // When
        given.told(Given.join("anna", CallType.VIDEO)).joined("ben");

        // Then
        assertThat(Given.typeOf(given.session())).isEqualTo(CallType.AUDIO);
        assertThat(given.session().members()).hasSize(2);
    }

    @Test
    void aStrangerDoesNotGetIn() {
        // Given
        annaCallsBen().told(new Accept("ben", false));

        // When
        Decision joined = given.tell(Given.join("mallory"));

        // Then
        assertThat(joined).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_A_PART));
    }

    @Test
    void aModeratorWhomTheServerSentGetsIn() {
        // Given
        annaCallsBen().told(new Accept("ben", false));

        // When
        given.told(Given.join("mia", Role.MODERATOR));

        // Then
        assertThat(given.session().members()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(RejectReason.class)
    void aRejectedCallIsOver(RejectReason why) {
        // Given
        annaCallsBen();

        // When
        Decision rejected = given.tell(new Reject("ben", why));

        // Then
        var what = new Notice.Rejected("ben", why);
        assertTold(rejected, told("anna", what), told("ben", what));
        assertThat(reason()).isEqualTo(why == RejectReason.BUSY ? EndReason.BUSY : EndReason.REJECTED);
    }

    @Test
    void theCallerGivesUp() {
        // Given
        annaCallsBen();

        // When
        Decision cancelled = given.tell(new Cancel(ANNA));

        // Then
        assertTold(cancelled, told("anna", new Notice.Cancelled()), told("ben", new Notice.Cancelled()));
        assertThat(reason()).isEqualTo(EndReason.CANCELLED);
    }

    @Test
    void whoIsCalledCannotCancel() {
        // Given
        annaCallsBen();

        // When
        Decision cancelled = given.tell(new Cancel(BEN));

        // Then
        assertThat(cancelled).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_A_PART));
    }

    @Test
    void afterTheAcceptanceThereIsNothingToCancel() {
        // Given
        annaCallsBen().told(new Accept("ben", false));

        // When
        Decision cancelled = given.tell(new Cancel(ANNA));

        // Then
        assertThat(cancelled).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_RINGING));
    }

    @Test
    void afterTheCancellationThereIsNothingToAccept() {
        // Given
        annaCallsBen().told(new Cancel(ANNA));

        // When
        Decision accepted = given.tell(new Accept("ben", false));

        // Then
        assertThat(accepted).isEqualTo(new Refused(ErrorCode.ERR_CALL_TERMINATED));
    }

    @Test
    void itRingsForItsTimeAndNoLonger() {
        // Given
        annaCallsBen();

        // When
        given.after(Duration.ofMillis(44_999)).told(new TimePassed(Instant.MAX));
        boolean before = given.session().life() instanceof Life.Ringing;
        Decision after = given.after(Duration.ofMillis(1)).tell(new TimePassed(Instant.MAX));

        // Then
        assertThat(before).isTrue();
        assertTold(after, told("anna", new Notice.Unanswered()), told("ben", new Notice.Unanswered()));
        assertThat(reason()).isEqualTo(EndReason.UNANSWERED);
    }

    @Test
    void anAcceptedCallThatNobodyJoinsIsOver() {
        // Given
        annaCallsBen().told(new Accept("ben", false));

        // When
        Decision ended = given.after(Duration.ofMinutes(10)).tell(new TimePassed(Instant.MAX));

        // Then
        assertTold(ended, told("anna", new Notice.Ended(null)), told("ben", new Notice.Ended(null)));
        assertThat(reason()).isEqualTo(EndReason.NOBODY_JOINED);
    }

    @Test
    void aBusyUserIsNotRungAndTheCallIsOnRecord() {
        // When
        Decision placed = given.tell(call(ReceiverType.USER, List.of("ben"), Set.of("ben"), false));

        // Then
        assertTold(placed);
        assertThat(reason()).isEqualTo(EndReason.BUSY);
    }

    @Test
    void aBusyCallerIsRefused() {
        // When
        Decision placed = given.tell(call(ReceiverType.USER, List.of("ben"), Set.of(), true));

        // Then
        assertThat(placed).isEqualTo(new Refused(ErrorCode.ERR_CALL_BUSY_SELF));
    }

    @Test
    void whoIsInAnotherCallCannotAccept() {
        // Given
        annaCallsBen();

        // When
        Decision accepted = given.tell(new Accept("ben", true));

        // Then
        assertThat(accepted).isEqualTo(new Refused(ErrorCode.ERR_CALL_BUSY_SELF));
    }

    @Test
    void eitherOfTwoEndsTheCall() {
        // Given
        annaCallsBen().told(new Accept("ben", false)).joined("anna", "ben");

        // When
        Decision ended = given.tell(new EndCall(BEN));

        // Then
        assertTold(ended, told("anna", new Notice.Ended("ben")), told("ben", new Notice.Ended("ben")));
        assertThat(given.session().members()).isEmpty();
    }

    @Test
    void aCallThatEndedIsNotJoinedAgain() {
        // Given
        annaCallsBen().told(new Accept("ben", false)).joined("anna").told(new Remove("p1", Given.user("anna")));

        // When
        Decision joined = given.tell(Given.join("anna"));

        // Then
        assertThat(reason()).isEqualTo(EndReason.EVERYONE_LEFT);
        assertThat(joined).isEqualTo(new Refused(ErrorCode.ERR_CALL_TERMINATED));
    }

    @Test
    void theRestOfAGroupGoesOnRingingWhenOneAccepts() {
        // Given
        annaCallsTheTeam().told(new Accept("ben", false)).joined("anna", "ben");

        // When
        Decision late = given.tell(new Accept("cleo", false));

        // Then
        assertTold(late, told("anna", new Notice.Accepted("cleo")), told("cleo", new Notice.Accepted("cleo")));
        assertThat(given.joined("cleo").session().members()).hasSize(3);
    }

    @Test
    void whoeverJoinsWhileItRingsHasAccepted() {
        // Given
        annaCallsTheTeam().told(new Accept("ben", false)).joined("anna");

        // When
        Decision joined = given.tell(Given.join("cleo"));

        // Then
        assertTold(joined, told("anna", new Notice.Accepted("cleo")), told("cleo", new Notice.Accepted("cleo")));
    }

    @Test
    void aGroupOfWhichAllRejectedIsNotRungAnyLonger() {
        // Given
        annaCallsTheTeam().told(new Reject("ben", RejectReason.BUSY));

        // When
        given.told(new Reject("cleo", RejectReason.REJECTED));

        // Then
        assertThat(reason()).isEqualTo(EndReason.REJECTED);
    }

    @Test
    void inAGroupOnlyTheCallerEndsTheCall() {
        // Given
        annaCallsTheTeam().told(new Accept("ben", false)).joined("anna", "ben");

        // When
        Decision byBen = given.tell(new EndCall(BEN));
        Decision byAnna = given.tell(new EndCall(ANNA));

        // Then
        assertThat(byBen).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_A_PART));
        assertTold(
                byAnna,
                told("anna", new Notice.Ended("anna")),
                told("ben", new Notice.Ended("anna")),
                told("cleo", new Notice.Cancelled()));
    }

    @Test
    void theServerEndsWhatRings() {
        // Given
        annaCallsBen();

        // When
        given.told(new EndForAll(Given.SERVER));

        // Then
        assertThat(reason()).isEqualTo(EndReason.CANCELLED);
    }
}
