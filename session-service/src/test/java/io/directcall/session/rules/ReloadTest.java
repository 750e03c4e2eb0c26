package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantJoined;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.ParticipantUpdated;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.Join;
import io.directcall.session.rules.SessionCommand.MediaFound;
import io.directcall.session.rules.SessionCommand.Remove;
import io.directcall.session.rules.SessionCommand.StreamClosed;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import io.directcall.session.rules.SessionCommand.TimePassed;
import io.directcall.session.rules.SessionCommand.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that goes and, maybe, is loaded again: anna's, who is p1. */
class ReloadTest {
    private final Given given = new Given().joined("anna", "ben").told(new StreamOpened("p2", "ben", "b1"));

    private List<SessionEvent> afterTheGrace() {
        return given.after(Given.GRACE).tell(new TimePassed(Instant.MAX)) instanceof Changed changed
                ? changed.events()
                : List.of();
    }

    private ParticipantLeft annaLeft(LeaveReason reason) {
        return new ParticipantLeft("s1", given.session().seq(), given.now(), "p1", "anna", reason);
    }

    @Test
    void nobodyHearsOfAPageThatGoes() {
        // When
        var changed = (Changed) given.tell(Given.leaving("anna", "p1"));

        // Then
        assertThat(changed.events()).isEmpty();
        assertThat(changed.after().members()).extracting(Member::id).containsExactly("p1", "p2");
    }

    @Test
    void whoeverDoesNotComeBackHasLeft() {
        // Given
        given.told(new StreamOpened("p1", "anna", "a1")).told(new MediaFound("p1", 1));

        // When
        given.told(Given.leaving("anna", "p1"));

        // Then
        assertThat(afterTheGrace()).containsExactly(annaLeft(LeaveReason.LEFT));
    }

    @Test
    void theGraceIsGivenInFull() {
        // Given
        given.told(Given.leaving("anna", "p1"));

        // When
        Decision decision = given.after(Given.GRACE.minusMillis(1)).tell(new TimePassed(Instant.MAX));

        // Then
        assertThat(decision).isInstanceOf(Unchanged.class);
    }

    @Test
    void nobodyHasLeftWhileWordOfStreamsIsLate() {
        // Given
        given.told(Given.leaving("anna", "p1")).after(Given.GRACE);
        Instant usual = given.now().minus(Given.HEARING);

        // When
        Decision late = given.decide(new TimePassed(usual.minusMillis(1)));
        Decision asUsual = given.decide(new TimePassed(usual));

        // Then
        assertThat(late).isInstanceOf(Unchanged.class);
        assertThat(asUsual).isInstanceOf(Changed.class);
    }

    @Test
    void theLastWhoDoesNotComeBackEndsTheSession() {
        // Given
        given.told(new Remove("p2", Given.user("ben"))).told(Given.leaving("anna", "p1"));

        // When
        List<SessionEvent> events = afterTheGrace();

        // Then
        assertThat(((SessionEvent.SessionEnded) events.getLast()).reason()).isEqualTo(EndReason.EVERYONE_LEFT);
    }

    @Test
    void anotherStreamBringsItBackWithTheMediaItHas() {
        // Given
        given.told(new StreamOpened("p1", "anna", "a1")).told(Given.leaving("anna", "p1"));
        given.told(new MediaFound("p1", 1));

        // When
        given.told(new StreamOpened("p1", "anna", "a2"));

        // Then
        assertThat(given.member("p1").presence()).isEqualTo(new Presence.Streaming("a2", true));
        assertThat(afterTheGrace()).isEmpty();
    }

    @Test
    void whatIsSaidLateOfTheOldPageBringsNobodyBack() {
        // Given
        given.told(new StreamOpened("p1", "anna", "a1"))
                .told(Given.leaving("anna", "p1"))
                .told(new MediaFound("p1", 1))
                .told(new StreamOpened("p1", "anna", "a1"));

        // When
        given.told(new StreamClosed("p1", "anna", "a1"));

        // Then
        assertThat(afterTheGrace()).containsExactly(annaLeft(LeaveReason.LEFT));
    }

    @Test
    void whoeverSaysItAgainHasTheTimeAnew() {
        // Given
        given.told(new StreamOpened("p1", "anna", "a1")).told(Given.leaving("anna", "p1"));

        // When
        given.afterSeconds(5).told(Given.leaving("anna", "p1"));

        // Then
        assertThat(given.member("p1").presence().goneAt()).contains(given.now().plus(Given.GRACE));
    }

    static Stream<SessionCommand> removals() {
        return Stream.of(
                new Remove("p1", Given.user("anna")),
                new Remove("p1", Given.SERVER),
                new SessionCommand.EndForAll(Given.SERVER));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void whoeverIsLeavingMayLeaveOrBeRemovedAtOnce(SessionCommand removal) {
        // Given
        given.told(Given.leaving("anna", "p1"));

        // When
        given.told(removal);

        // Then
        assertThat(given.session().member("p1")).isEmpty();
    }

    static Stream<Actor> others() {
        return Stream.of(Given.user("ben"), Given.moderator("mia"), Given.SERVER);
    }

    @ParameterizedTest
    @MethodSource("others")
    void onlyWhoGoesMaySayThatItMayComeBack(Actor by) {
        // When
        Decision decision = given.tell(new SessionCommand.LeaveUnlessBack("p1", Given.GRACE, by));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_NOT_A_PART));
    }

    @Test
    void whoeverLeftCannotLeave() {
        // Given
        given.told(new Remove("p1", Given.user("anna")));

        // When
        Decision decision = given.tell(Given.leaving("anna", "p1"));

        // Then
        assertThat(decision).isEqualTo(new Refused(ErrorCode.ERR_CALL_PARTICIPANT_NOT_FOUND));
    }

    @Test
    void whoeverIsLeavingIsCompany() {
        // Given
        given.told(new StreamOpened("p1", "anna", "a1"));

        // When
        given.told(Given.leaving("anna", "p1"));

        // Then
        assertThat(((Life.Active) given.session().life()).attendance()).isEqualTo(new Attendance.Company());
    }

    @Test
    void aPageThatIsBackIsTheSameParticipantAndWaitsForAStream() {
        // Given
        given.told(new StreamOpened("p1", "anna", "a1")).told(Given.leaving("anna", "p1"));
        Participant before = given.member("p1").participant();

        // When
        var changed = (Changed) given.afterSeconds(3).tell(Given.back("anna", "p1"));

        // Then
        assertThat(changed.events()).isEmpty();
        Member anna = given.member("p1");
        assertThat(anna.participant()).isEqualTo(before);
        assertThat(anna.presence())
                .isEqualTo(new Presence.Joining(given.now(), given.now().plusSeconds(15)));
        assertThat(afterTheGrace()).isEmpty();
    }

    @Test
    void aPageThatIsBackAndGoesForGoodIsLost() {
        // Given
        given.told(Given.leaving("anna", "p1")).told(Given.back("anna", "p1"));

        // When
        var changed = (Changed) given.afterSeconds(15).tell(new TimePassed(Instant.MAX));

        // Then
        assertThat(changed.events()).containsExactly(annaLeft(LeaveReason.CONNECTION_LOST));
    }

    @Test
    void aPageMayBeBackBeforeAnythingWasHeardOfItsGoing() {
        // Given
        given.told(new StreamOpened("p1", "anna", "a1")).told(Given.back("anna", "p1"));

        // When
        given.told(new StreamClosed("p1", "anna", "a1"));

        // Then
        assertThat(given.member("p1").presence()).isInstanceOf(Presence.Joining.class);
    }

    @Test
    void whatThePageWantsOtherwiseIsItsOwnChange() {
        // Given
        given.told(new Update("p1", new Change(true, null, null, true), Given.user("anna")));
        Join back =
                new Joins("anna").as("p1").audioMuted(false).videoPaused(true).build();

        // When
        var changed = (Changed) given.tell(back);

        // Then
        assertThat(changed.events()).singleElement().isInstanceOfSatisfying(ParticipantUpdated.class, updated -> {
            assertThat(updated.updatedBy()).isEqualTo("p1");
            assertThat(updated.participant().audioMuted()).isFalse();
            assertThat(updated.participant().videoPaused()).isTrue();
            assertThat(updated.participant().handRaised()).isTrue();
        });
    }

    @Test
    void aScreenShareEndedWithItsPage() {
        // Given
        given.told(new Update("p1", new Change(null, null, true, null), Given.user("anna")));

        // When
        given.told(Given.back("anna", "p1"));

        // Then
        assertThat(given.member("p1").participant().screenSharing()).isFalse();
    }

    @Test
    void whatMayNotBeSentStaysOff() {
        // Given
        Join join = new Joins("cleo").publishes(TrackKind.SCREEN).build();
        given.told(join);

        // When
        given.told(new Joins("cleo")
                .publishes(TrackKind.SCREEN)
                .as("p3")
                .audioMuted(false)
                .videoPaused(false)
                .build());

        // Then
        assertThat(given.member("p3").participant().audioMuted()).isTrue();
        assertThat(given.member("p3").participant().videoPaused()).isTrue();
    }

    @Test
    void theNewPageHasItsOwnIdlePeriodAndWhoeverIsAloneHasItAnew() {
        // Given
        given.told(new Remove("p2", Given.user("ben"))).told(new StreamOpened("p1", "anna", "a1"));
        given.afterSeconds(120).told(new TimePassed(Instant.MAX));

        // When
        given.told(new Joins("anna").as("p1").idlePeriod(Duration.ofMinutes(10)).build());

        // Then
        assertThat(((Life.Active) given.session().life()).attendance())
                .isEqualTo(new Attendance.Alone(
                        given.now().plusSeconds(540), given.now().plusSeconds(600)));
    }

    static Stream<Join> notTheSame() {
        return Stream.of(
                Given.back("ben", "p1"),
                Given.back("anna", "p9"),
                new Joins("anna").as("p1").role(Role.VIEWER).build(),
                new Joins("anna").as("p1").role(Role.MODERATOR).build(),
                new Joins("anna").as("p1").publishes(TrackKind.AUDIO).build());
    }

    @ParameterizedTest
    @MethodSource("notTheSame")
    void whoeverIsNotTheSameJoins(Join join) {
        // When
        var changed = (Changed) given.tell(join);

        // Then
        assertThat(changed.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ParticipantJoined.class,
                        joined ->
                                assertThat(joined.participant().participantId()).isEqualTo("p3"));
    }

    @Test
    void whoeverIsBackTooLateJoins() {
        // Given
        given.told(Given.leaving("anna", "p1"));
        afterTheGrace();

        // When
        given.told(Given.back("anna", "p1"));

        // Then
        assertThat(given.session().members()).extracting(Member::id).containsExactly("p2", "p3");
    }

    @Test
    void whereOlderParticipantsLeaveAReloadReplacesNobody() {
        // Given
        var strict = new Given(Given.policy(Policy.SameUser.OLDER_LEAVES, Optional.empty())).joined("anna");

        // When
        strict.told(Given.back("anna", "p1"));

        // Then
        assertThat(strict.session().members()).extracting(Member::id).containsExactly("p1");
    }
}
