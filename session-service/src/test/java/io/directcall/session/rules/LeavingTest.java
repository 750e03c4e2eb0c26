package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.SessionEnded;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.rules.SessionCommand.MediaFound;
import io.directcall.session.rules.SessionCommand.MediaLost;
import io.directcall.session.rules.SessionCommand.Remove;
import io.directcall.session.rules.SessionCommand.StreamClosed;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import io.directcall.session.rules.SessionCommand.TimePassed;
import io.directcall.session.rules.SessionCommand.TokenRevoked;
import io.directcall.session.rules.SessionCommand.Update;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeavingTest {
    private final Given given = new Given();

    @Test
    void aParticipantLeaves() {
        // Given
        given.joined("anna", "ben");

        // When
        var changed = (Changed) given.tell(new Remove("p1", Given.user("anna")));

        // Then
        assertThat(changed.events())
                .containsExactly(new ParticipantLeft("s1", 4, Given.START, "p1", "anna", LeaveReason.LEFT));
        assertThat(changed.after().life()).isInstanceOf(Life.Active.class);
    }

    @Test
    void theLastWhoLeavesEndsTheSession() {
        // Given
        given.joined("anna").afterSeconds(7);

        // When
        var changed = (Changed) given.tell(new Remove("p1", Given.user("anna")));

        // Then
        assertThat(changed.events())
                .containsExactly(
                        new ParticipantLeft("s1", 3, given.now(), "p1", "anna", LeaveReason.LEFT),
                        new SessionEnded("s1", 4, given.now(), EndReason.EVERYONE_LEFT));
        assertThat(changed.after().life())
                .isEqualTo(
                        new Life.Ended(CallType.VIDEO, Optional.of(Given.START), given.now(), EndReason.EVERYONE_LEFT));
        assertThat(changed.after().members()).isEmpty();
    }

    static Stream<Actor> moderators() {
        return Stream.of(Given.moderator("mia"), Given.SERVER);
    }

    @ParameterizedTest
    @MethodSource("moderators")
    void whoModeratesKicks(Actor by) {
        // Given
        given.joined("anna", "mia");

        // When
        var changed = (Changed) given.tell(new Remove("p1", by));

        // Then
        assertThat(changed.events())
                .containsExactly(new ParticipantLeft("s1", 4, Given.START, "p1", "anna", LeaveReason.KICKED));
    }

    @Test
    void whoIsBannedIsKickedAndTheEventSaysSo() {
        // Given
        given.joined("anna", "mia");

        // When
        var changed = (Changed) given.tell(new Remove("p1", Given.SERVER, true));

        // Then
        assertThat(changed.events())
                .containsExactly(new ParticipantLeft("s1", 4, Given.START, "p1", "anna", LeaveReason.KICKED, true));
    }

    @Test
    void nobodyBansItself() {
        // Given
        given.joined("mia");

        // When
        Decision decision = given.tell(new Remove("p1", Given.moderator("mia"), true));

        // Then
        assertThat(((Refused) decision).code()).isEqualTo(ErrorCode.ERR_BAD_REQUEST);
    }

    @Test
    void whoseTokenIsRevokedLeaves() {
        // Given
        given.joined("anna", "ben");

        // When
        var changed = (Changed) given.tell(new TokenRevoked("p1", "token-of-anna"));

        // Then
        assertThat(changed.events())
                .containsExactly(new ParticipantLeft("s1", 4, Given.START, "p1", "anna", LeaveReason.TOKEN_REVOKED));
    }

    @Test
    void whoCameBackWithAnotherTokenStays() {
        // Given
        given.joined("anna").told(new Joins("anna").token("new").as("p1").build());

        // When
        Decision decision = given.tell(new TokenRevoked("p1", "token-of-anna"));

        // Then
        assertThat(decision).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void aModeratorLeavesByItsOwn() {
        // Given
        given.joined("mia", "anna");

        // When
        var changed = (Changed) given.tell(new Remove("p1", Given.moderator("mia")));

        // Then
        assertThat(((ParticipantLeft) changed.events().getFirst()).reason()).isEqualTo(LeaveReason.LEFT);
    }

    @Test
    void aParticipantMayNotKick() {
        // Given
        given.joined("anna", "ben");

        // When
        Decision decision = given.tell(new Remove("p1", Given.user("ben")));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_A_PART));
    }

    @Test
    void whoeverLeftIsNotFound() {
        // Given
        given.joined("anna", "ben").told(new Remove("p1", Given.user("anna")));

        // When
        Decision decision = given.tell(new Remove("p1", Given.user("anna")));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_PARTICIPANT_NOT_FOUND));
    }

    @ParameterizedTest
    @MethodSource("moderators")
    void whoModeratesEndsTheSessionForAll(Actor by) {
        // Given
        given.joined("anna", "mia");

        // When
        var changed = (Changed) given.tell(new EndForAll(by));

        // Then
        assertThat(changed.events())
                .containsExactly(
                        new ParticipantLeft("s1", 4, Given.START, "p1", "anna", LeaveReason.SESSION_ENDED),
                        new ParticipantLeft("s1", 5, Given.START, "p2", "mia", LeaveReason.SESSION_ENDED),
                        new SessionEnded("s1", 6, Given.START, EndReason.ENDED_FOR_ALL));
    }

    @Test
    void aParticipantOfThreeMayNotEndTheSessionForAll() {
        // Given
        given.joined("anna", "ben", "cleo");

        // When
        Decision decision = given.tell(new EndForAll(Given.user("anna")));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.AUTH_ERR_NO_ACCESS));
    }

    static Stream<SessionCommand> requestsToMembers() {
        return Stream.of(
                new Update("p1", Given.mute(), Given.SERVER),
                new Remove("p1", Given.SERVER),
                new EndForAll(Given.SERVER));
    }

    @ParameterizedTest
    @MethodSource("requestsToMembers")
    void nothingButAJoinIsTakenByASessionThatNobodyStarted(SessionCommand command) {
        // When
        Decision decision = given.tell(command);

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_SESSION_NOT_FOUND));
    }

    @ParameterizedTest
    @MethodSource("requestsToMembers")
    void nothingButAJoinIsTakenByASessionThatEnded(SessionCommand command) {
        // Given
        given.joined("anna").told(new EndForAll(Given.SERVER));

        // When
        Decision decision = given.tell(command);

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_TERMINATED));
    }

    static Stream<SessionCommand> observations() {
        return Stream.of(
                new StreamOpened("p1", "anna", "c1"),
                new StreamClosed("p1", "anna", "c1"),
                new MediaFound("p1", 1),
                new MediaLost("p1", 2),
                new TimePassed(Instant.MAX));
    }

    @ParameterizedTest
    @MethodSource("observations")
    void whatIsSeenOfASessionThatEndedChangesNothing(SessionCommand command) {
        // Given
        given.joined("anna").told(new EndForAll(Given.SERVER));

        // When
        Decision decision = given.tell(command);

        // Then
        assertThat(decision).isEqualTo(new Unchanged(given.session()));
    }

    @ParameterizedTest
    @MethodSource("observations")
    void whatIsSeenOfASessionThatNobodyStartedChangesNothing(SessionCommand command) {
        // When
        Decision decision = given.tell(command);

        // Then
        assertThat(decision).isEqualTo(new Unchanged(Session.notStarted("s1")));
    }
}
