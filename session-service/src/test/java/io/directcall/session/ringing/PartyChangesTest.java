package io.directcall.session.ringing;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.contracts.user.User;
import io.directcall.session.ringing.PartyChanges.Kind;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Invitation;
import io.directcall.session.rules.Invitation.Answer;
import io.directcall.session.rules.Invitation.Callee;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartyChangesTest {
    private static final Instant NOW = Instant.EPOCH;
    private static final Life RINGING = new Life.Ringing(CallType.AUDIO);

    private static Session session(Life life, ReceiverType type, Callee... callees) {
        var call = new Invitation(
                new User("anna", "Anna", null), "x", type, Map.of(), NOW, NOW.plusSeconds(45), List.of(callees));
        return new Session("s", life, 0, 0, List.of(), Optional.of(call));
    }

    private static Callee callee(String uid, Answer answer) {
        return new Callee(uid, answer);
    }

    private static PartyChanges changes(Session before, Session after, SessionEvent... events) {
        return PartyChanges.of(before, new Changed(after, List.of(events), List.of()));
    }

    @Test
    void aCallOfTwoIsKnownToBoth() {
        // When
        PartyChanges changes =
                changes(Session.notStarted("s"), session(RINGING, ReceiverType.USER, callee("ben", Answer.RINGING)));

        // Then
        assertThat(changes)
                .isEqualTo(new PartyChanges(false, Map.of("anna", Kind.CALLER, "ben", Kind.RINGING), Set.of()));
    }

    @Test
    void aGroupThatRingsIsKnownToItsCallerAlone() {
        // When
        PartyChanges changes =
                changes(Session.notStarted("s"), session(RINGING, ReceiverType.GROUP, callee("ben", Answer.RINGING)));

        // Then
        assertThat(changes.put()).isEqualTo(Map.of("anna", Kind.CALLER));
    }

    @Test
    void onlyNewAnswersCount() {
        // Given
        Session before = session(
                RINGING,
                ReceiverType.GROUP,
                callee("ben", Answer.RINGING),
                callee("cleo", Answer.RINGING),
                callee("dan", Answer.ACCEPTED));
        Session after = session(
                RINGING,
                ReceiverType.GROUP,
                callee("ben", Answer.ACCEPTED),
                callee("cleo", Answer.REJECTED),
                callee("dan", Answer.ACCEPTED));

        // When
        PartyChanges changes = changes(before, after);

        // Then
        assertThat(changes.put()).isEqualTo(Map.of("ben", Kind.ACCEPTED));
        assertThat(changes.gone()).containsExactly("cleo");
    }

    @Test
    void nobodyIsAPartyOfACallThatIsOver() {
        // Given
        Session before = session(RINGING, ReceiverType.USER, callee("ben", Answer.RINGING));
        var ended = new Life.Ended(CallType.AUDIO, Optional.empty(), NOW, EndReason.CANCELLED);

        // When
        PartyChanges changes = changes(before, session(ended, ReceiverType.USER, callee("ben", Answer.MISSED)));

        // Then
        assertThat(changes).isEqualTo(new PartyChanges(true, Map.of(), Set.of()));
    }

    @Test
    void whoLeavesIsGone() {
        // Given
        Session same = session(RINGING, ReceiverType.USER, callee("ben", Answer.ACCEPTED));

        // When
        PartyChanges changes = changes(same, same, new ParticipantLeft("s", 5, NOW, "p1", "ben", LeaveReason.LEFT));

        // Then
        assertThat(changes.gone()).containsExactly("ben");
        assertThat(changes.put()).isEmpty();
    }

    @Test
    void aSessionWithoutACallHasNoParties() {
        // Given
        Session meeting = new Session("s", RINGING, 0, 0, List.of(), Optional.empty());

        // When
        PartyChanges changes = changes(meeting, meeting);

        // Then
        assertThat(changes).isEqualTo(new PartyChanges(false, Map.of(), Set.of()));
    }
}
