package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent.IdleWarning;
import io.directcall.contracts.session.SessionEvent.KeptAlive;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.SessionEnded;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.Join;
import io.directcall.session.rules.SessionCommand.KeepAlive;
import io.directcall.session.rules.SessionCommand.Remove;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import io.directcall.session.rules.SessionCommand.TimePassed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private Given given = new Given();

    /** With a stream, so that nobody counts as lost. */
    private Given annaIsAlone() {
        return given.joined("anna").told(new StreamOpened("p1", "anna", "c1"));
    }

    @Test
    void whoIsAloneIsWarnedAMinuteBeforeTheEnd() {
        // Given
        annaIsAlone();

        // When
        var changed = (Changed) given.afterSeconds(120).tell(new TimePassed(Instant.MAX));

        // Then
        assertThat(changed.events())
                .containsExactly(new IdleWarning("s1", 3, given.now(), "p1", Given.START.plusSeconds(180)));
    }

    @Test
    void whoStaysAloneIsSentHome() {
        // Given
        annaIsAlone().afterSeconds(120).told(new TimePassed(Instant.MAX));

        // When
        var changed = (Changed) given.afterSeconds(60).tell(new TimePassed(Instant.MAX));

        // Then
        assertThat(changed.events())
                .containsExactly(
                        new ParticipantLeft("s1", 4, given.now(), "p1", "anna", LeaveReason.SESSION_ENDED),
                        new SessionEnded("s1", 5, given.now(), EndReason.IDLE));
    }

    @Test
    void aWarningThatComesLateGivesTheSameNotice() {
        // Given
        annaIsAlone();

        // When
        var changed = (Changed) given.afterSeconds(1_000).tell(new TimePassed(Instant.MAX));

        // Then
        assertThat(((IdleWarning) changed.events().getFirst()).endsAt())
                .isEqualTo(given.now().plusSeconds(60));
    }

    @Test
    void whoeverWantsToStayStartsAnew() {
        // Given
        annaIsAlone().afterSeconds(150).told(new TimePassed(Instant.MAX));

        // When
        var kept = (Changed) given.tell(new KeepAlive(Given.user("anna")));

        // Then
        assertThat(kept.events()).containsExactly(new KeptAlive("s1", 4, given.now(), "p1"));
        assertThat(given.session().dueAt()).contains(given.now().plusSeconds(120));
    }

    @Test
    void companyAvertsTheEnd() {
        // Given
        annaIsAlone().afterSeconds(120).told(new TimePassed(Instant.MAX));

        // When
        given.joined("ben").told(new StreamOpened("p2", "ben", "c2"));

        // Then
        assertThat(given.session().dueAt()).isEmpty();
        assertThat(given.tell(new KeepAlive(Given.user("anna")))).isInstanceOf(Unchanged.class);
    }

    @Test
    void whoIsLeftAloneHasTheWholePeriod() {
        // Given
        annaIsAlone().afterSeconds(100).joined("ben").afterSeconds(5);

        // When
        given.told(new Remove("p2", Given.user("ben")));

        // Then
        assertThat(given.session().dueAt()).contains(given.now().plusSeconds(120));
    }

    @Test
    void aJoinSaysHowLongItMayBeAlone() {
        // Given
        Join join = new Joins("anna").idlePeriod(Duration.ofMinutes(10)).build();

        // When
        given.told(join).told(new StreamOpened("p1", "anna", "c1"));

        // Then
        assertThat(given.session().dueAt()).contains(Given.START.plusSeconds(540));
    }

    @Test
    void whoIsNotInTheCallDoesNotKeepItAlive() {
        // Given
        annaIsAlone();

        // When
        Decision decision = given.tell(new KeepAlive(Given.user("ben")));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_A_PART));
    }

    @Test
    void theServerKeepsACallAlive() {
        // Given
        annaIsAlone().afterSeconds(150);

        // When
        var kept = (Changed) given.tell(new KeepAlive(Given.SERVER));

        // Then
        assertThat(kept.events()).containsExactly(new KeptAlive("s1", 3, given.now(), null));
    }

    @Test
    void aSessionLastsAsLongAsTheInstallationAllows() {
        // Given
        given = new Given(Given.policy(Policy.SameUser.BOTH_STAY, Optional.of(Duration.ofHours(1))));
        annaIsAlone().joined("ben").told(new StreamOpened("p2", "ben", "c2"));

        // When
        var early = given.after(Duration.ofMinutes(59)).tell(new TimePassed(Instant.MAX));
        var late = (Changed) given.after(Duration.ofMinutes(1)).tell(new TimePassed(Instant.MAX));

        // Then
        assertThat(early).isInstanceOf(Unchanged.class);
        assertThat(late.events()).hasSize(3).last().extracting("reason").isEqualTo(EndReason.MAX_LENGTH);
    }

    @Test
    void theOlderOfTheSameUserLeavesWhereOneIsAllowed() {
        // Given
        given = new Given(Given.policy(Policy.SameUser.OLDER_LEAVES, Optional.empty()));
        given.joined("anna", "ben");

        // When
        var joined = (Changed) given.tell(Given.join("anna", CallType.VIDEO));

        // Then
        assertThat(joined.events())
                .first()
                .isEqualTo(new ParticipantLeft("s1", 4, given.now(), "p1", "anna", LeaveReason.REPLACED));
        assertThat(given.session().members()).extracting(Member::id).containsExactly("p2", "p3");
    }
}
