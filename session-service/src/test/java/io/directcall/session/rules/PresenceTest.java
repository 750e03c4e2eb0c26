package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.SessionEnded;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.MediaFound;
import io.directcall.session.rules.SessionCommand.MediaLost;
import io.directcall.session.rules.SessionCommand.StreamClosed;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import io.directcall.session.rules.SessionCommand.TimePassed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private final Given given = new Given();

    private boolean isGone(String participantId) {
        given.told(new TimePassed(Instant.MAX));
        return given.session().member(participantId).isEmpty();
    }

    private static StreamOpened opened(String streamId) {
        return new StreamOpened("p1", "anna", streamId);
    }

    private static StreamClosed closed(String streamId) {
        return new StreamClosed("p1", "anna", streamId);
    }

    @Test
    void whoeverNeverOpensAStreamIsLostAfterTheFirstGrace() {
        // Given
        given.joined("anna", "ben").told(new StreamOpened("p2", "ben", "c2"));

        // When
        given.afterSeconds(15);

        // Then
        assertThat(isGone("p1")).isTrue();
        assertThat(given.session().members()).extracting(Member::id).containsExactly("p2");
    }

    @Test
    void whoeverNeverOpensAStreamHasTheWholeFirstGrace() {
        // Given
        given.joined("anna");

        // When
        given.after(Duration.ofMillis(14_999));

        // Then
        assertThat(isGone("p1")).isFalse();
    }

    @Test
    void anOpenStreamKeepsAParticipantWithoutMedia() {
        // Given
        given.joined("anna", "ben").told(opened("c1"));

        // When
        given.afterSeconds(3600);

        // Then
        assertThat(isGone("p1")).isFalse();
    }

    @Test
    void mediaKeepsAParticipantWithoutAStream() {
        // Given
        given.joined("anna", "ben")
                .told(opened("c1"))
                .told(new MediaFound("p1", 1))
                .told(closed("c1"));

        // When
        given.afterSeconds(3600);

        // Then
        assertThat(isGone("p1")).isFalse();
    }

    @Test
    void aStreamThatComesBackInTimeKeepsTheParticipant() {
        // Given
        given.joined("anna").told(opened("c1")).told(closed("c1")).afterSeconds(19);

        // When
        given.told(opened("c2")).afterSeconds(19);

        // Then
        assertThat(isGone("p1")).isFalse();
    }

    @Test
    void mediaLostWhileTheStreamIsAwayCountsFromTheEndOfTheStream() {
        // Given
        given.joined("anna").told(opened("c1")).told(new MediaFound("p1", 1)).told(closed("c1"));
        given.afterSeconds(8).told(new MediaLost("p1", 2));

        // When
        given.afterSeconds(2);

        // Then
        assertThat(isGone("p1")).isTrue();
    }

    @Test
    void mediaLostLongAfterTheStreamIsLostAtOnce() {
        // Given
        given.joined("anna").told(opened("c1")).told(new MediaFound("p1", 1)).told(closed("c1"));

        // When
        given.afterSeconds(100).told(new MediaLost("p1", 2));

        // Then
        assertThat(isGone("p1")).isTrue();
    }

    /** The conference moves from a bridge that died, or no bridge is left for a while. */
    @Test
    void mediaOfEverybodyLostThrowsNobodyOutWhoHasAStream() {
        // Given
        given.joined("anna", "ben")
                .told(opened("c1"))
                .told(new StreamOpened("p2", "ben", "c2"))
                .told(new MediaFound("p1", 1))
                .told(new MediaFound("p2", 2));
        given.told(new MediaLost("p1", 3)).told(new MediaLost("p2", 4));

        // When
        given.after(Duration.ofMinutes(10)).told(new TimePassed(Instant.MAX));

        // Then
        assertThat(given.session().members()).extracting(Member::id).containsExactly("p1", "p2");
    }

    @Test
    void whoeverClosesItsPageWhileAllMediaIsAwayIsLostAfterTheGrace() {
        // Given
        given.joined("anna", "ben")
                .told(opened("c1"))
                .told(new StreamOpened("p2", "ben", "c2"))
                .told(new MediaFound("p1", 1));
        given.told(new MediaLost("p1", 2)).after(Duration.ofMinutes(10)).told(closed("c1"));

        // When
        Decision before = given.after(Duration.ofMillis(19_999)).decide(new TimePassed(Instant.MAX));
        given.after(Duration.ofMillis(1)).told(new TimePassed(Instant.MAX));

        // Then
        assertThat(before).isInstanceOf(Unchanged.class);
        assertThat(given.session().members()).extracting(Member::id).containsExactly("p2");
    }

    @Test
    void theEndOfAnOldStreamDoesNotCount() {
        // Given
        given.joined("anna").told(opened("c1")).told(opened("c2")).told(closed("c1"));

        // When
        given.afterSeconds(60);

        // Then
        assertThat(isGone("p1")).isFalse();
    }

    @Test
    void aStreamWhoseEndWasNeverToldDoesNotKeepTheParticipant() {
        // Given
        given.joined("anna").told(opened("c1")).told(opened("c2")).told(closed("c2"));

        // When
        given.afterSeconds(20);

        // Then
        assertThat(isGone("p1")).isTrue();
    }

    @Test
    void aStreamOfAnotherUserDoesNotCount() {
        // Given
        given.joined("anna");

        // When
        Decision decision = given.tell(new StreamOpened("p1", "mallory", "c1"));

        // Then
        assertThat(decision).isInstanceOf(Unchanged.class);
    }

    @Test
    void anotherUserCannotCloseAStream() {
        // Given
        given.joined("anna").told(opened("c1"));

        // When
        Decision decision = given.tell(new StreamClosed("p1", "mallory", "c1"));

        // Then
        assertThat(decision).isInstanceOf(Unchanged.class);
    }

    @Test
    void aRepeatedMediaEventIsDropped() {
        // Given
        given.joined("anna").told(new MediaFound("p1", 4)).told(new MediaLost("p1", 7));

        // When
        Decision decision = given.tell(new MediaFound("p1", 4));

        // Then
        assertThat(decision).isInstanceOf(Unchanged.class);
        assertThat(given.session().mediaSeq()).isEqualTo(7);
    }

    @Test
    void mediaOfAnUnknownParticipantChangesNothing() {
        // Given
        given.joined("anna");

        // When
        Decision decision = given.tell(new MediaFound("p9", 1));

        // Then
        assertThat(decision).isInstanceOf(Unchanged.class);
    }

    @Test
    void whoIsLostLeavesAndTheLastOneEndsTheSession() {
        // Given
        given.joined("anna", "ben").afterSeconds(15);

        // When
        var changed = (Changed) given.tell(new TimePassed(Instant.MAX));

        // Then
        assertThat(changed.events()).hasSize(3).last().isInstanceOf(SessionEnded.class);
        assertThat(changed.events())
                .filteredOn(ParticipantLeft.class::isInstance)
                .extracting(event -> ((ParticipantLeft) event).reason())
                .containsOnly(LeaveReason.CONNECTION_LOST);
    }

    @Test
    void nobodyIsLostWhoseStreamMayNotBeKnownYet() {
        // Given
        given.joined("anna", "ben").afterSeconds(15);
        Instant due = given.session().dueAt().orElseThrow();

        // When
        Decision before = given.decide(new TimePassed(due.minusMillis(1)));
        Decision then = given.decide(new TimePassed(due));

        // Then
        assertThat(before).isInstanceOf(Unchanged.class);
        assertThat(then).isInstanceOf(Changed.class);
    }

    @Test
    void lookingForTheLostOnceMoreChangesNothing() {
        // Given
        given.joined("anna", "ben").told(opened("c1")).afterSeconds(15).told(new TimePassed(Instant.MAX));

        // When
        Decision decision = given.tell(new TimePassed(Instant.MAX));

        // Then
        assertThat(decision).isInstanceOf(Unchanged.class);
    }

    @Test
    void whatIsSeenIsNoEventForOthers() {
        // Given
        given.joined("anna");

        // When
        var changed = (Changed) given.tell(opened("c1"));

        // Then
        assertThat(changed.events()).isEmpty();
        assertThat(changed.after().seq()).isEqualTo(2);
    }
}
