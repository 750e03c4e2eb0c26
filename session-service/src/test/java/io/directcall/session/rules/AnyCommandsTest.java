package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.session.rules.AnyCommands.Step;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.Join;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import io.directcall.session.rules.SessionCommand.TimePassed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold whatever happens in whatever order. */
class AnyCommandsTest {
    /** With fewer, a rare state such as a group's phone that rings while the call ends was missed now and then. */
    private static final int TRIES = 2_000;
    /** Whoever is heard of for ever may stay for ever; all others are gone after fewer turns than this. */
    private static final int TURNS = 40;

    @Provide
    Arbitrary<List<Step>> steps() {
        return AnyCommands.steps();
    }

    @Provide
    Arbitrary<List<Step>> ringing() {
        return AnyCommands.stepsOfARingingCall();
    }

    @Provide
    Arbitrary<List<SessionCommand>> observations() {
        return AnyCommands.observations();
    }

    @Property(tries = TRIES)
    void theEventsTellTheWholeStory(@ForAll("steps") List<Step> steps) {
        followedByItsEvents(steps);
    }

    @Property(tries = TRIES)
    void theEventsTellTheWholeStoryOfACallThatRang(@ForAll("ringing") List<Step> steps) {
        followedByItsEvents(steps);
    }

    private static void followedByItsEvents(List<Step> steps) {
        var given = new Given();
        var follower = new Follower();
        for (Step step : steps) {
            Session before = given.session();
            Decision decision = given.after(step.pause()).tell(step.command());
            if (decision instanceof Changed changed) {
                assertThat(changed.after()).isNotEqualTo(before);
                changed.events().forEach(follower::apply);
            } else {
                assertThat(given.session()).isSameAs(before);
            }
            follower.assertKnows(given.session());
        }
    }

    /** Whoever is back is who it was: nobody else hears of a join or a leave. */
    @Property(tries = TRIES)
    void whoeverGoesOnNeitherJoinsNorLeaves(@ForAll("steps") List<Step> steps) {
        var given = new Given();
        for (Step step : steps) {
            Session before = given.session();
            Decision decision = given.after(step.pause()).tell(step.command());
            if (step.command() instanceof Join join
                    && Resuming.whomOf(before, join).isPresent()) {
                Session after = given.session();
                assertThat(decision).isNotInstanceOf(Decision.Refused.class);
                assertThat(after.members()).extracting(Member::id).isEqualTo(ids(before));
                assertThat(after.member(join.participantId().get())
                                .orElseThrow()
                                .presence())
                        .isEqualTo(Presence.atJoin(given.now(), Given.POLICY.graces()));
                assertThat(after.seq() - before.seq()).isBetween(0L, 1L);
            }
        }
    }

    private static List<String> ids(Session session) {
        return session.members().stream().map(Member::id).toList();
    }

    /** Whatever else is seen of it. */
    @Property(tries = TRIES)
    void whoeverGoesHasLeftAfterTheGraceUnlessItIsBack(
            @ForAll("steps") List<Step> steps, @ForAll("observations") List<SessionCommand> seen) {
        var given = new Given();
        steps.forEach(step -> given.after(step.pause()).tell(step.command()));
        Optional<Member> going = given.session().members().stream().findFirst();
        Assume.that(going.isPresent());
        String pid = going.get().id();
        given.told(Given.leaving(going.get().uid(), pid));

        seen.stream().filter(what -> !bringsBack(given, what, pid)).forEach(given::tell);
        Decision decision = given.after(Given.GRACE).tell(new TimePassed(Instant.MAX));

        assertThat(((Changed) decision).events())
                .filteredOn(event -> event instanceof ParticipantLeft left
                        && left.participantId().equals(pid))
                .extracting(event -> ((ParticipantLeft) event).reason())
                .containsExactly(LeaveReason.LEFT);
    }

    /** Another stream than the one of the page that went. */
    private static boolean bringsBack(Given given, SessionCommand what, String pid) {
        return what instanceof StreamOpened opened
                && opened.participantId().equals(pid)
                && !(given.member(pid).presence() instanceof Presence.Leaving leaving
                        && leaving.oldStreamId().equals(Optional.of(opened.streamId())));
    }

    /** Else a due time that changes nothing would be looked at each second for ever. */
    @Property(tries = TRIES)
    void whatIsDueHappensThenAndNotBefore(@ForAll("ringing") List<Step> steps) {
        var given = new Given();
        for (Step step : steps) {
            given.after(step.pause()).tell(step.command());
            Instant due = given.session().dueAt().orElse(Instant.MAX);
            Decision decision = given.decide(new TimePassed(Instant.MAX));
            assertThat(decision instanceof Changed)
                    .as("due at %s, now %s", due, given.now())
                    .isEqualTo(!due.isAfter(given.now()));
        }
    }

    @Property(tries = TRIES)
    void lookingTwiceAtTheSameTimeChangesNothingMore(@ForAll("ringing") List<Step> steps) {
        var given = new Given();
        for (Step step : steps) {
            given.after(step.pause()).tell(step.command());
            given.tell(new TimePassed(Instant.MAX));
            assertThat(given.decide(new TimePassed(Instant.MAX))).isInstanceOf(Unchanged.class);
        }
    }

    /** Nobody is heard of any more: whatever state it was in, it ends by time alone. */
    @Property(tries = TRIES)
    void nothingHangsForEver(@ForAll("ringing") List<Step> steps) {
        var given = new Given();
        steps.forEach(step -> given.after(step.pause()).tell(step.command()));
        given.silenceEverybody();

        for (int turn = 0; turn < TURNS && given.session().dueAt().isPresent(); turn++) {
            given.until(given.session().dueAt().get()).tell(new TimePassed(Instant.MAX));
        }

        assertThat(given.session().dueAt()).isEmpty();
        assertThat(given.session().life()).isInstanceOfAny(Life.NotStarted.class, Life.Ended.class);
        assertThat(given.session().members()).isEmpty();
    }

    @Property(tries = TRIES)
    void aCallThatRangIsOverForGoodWhenItEnds(@ForAll("ringing") List<Step> steps) {
        var given = new Given();
        boolean ended = false;
        for (Step step : steps) {
            Decision decision = given.after(step.pause()).tell(step.command());
            assertThat(ended && decision instanceof Changed)
                    .as("after the end: %s", step.command())
                    .isFalse();
            ended = given.session().life() instanceof Life.Ended
                    && given.session().invitation().isPresent();
        }
    }

    @Property(tries = TRIES)
    void eachPartyIsToldAStoryThatFitsTheOthers(@ForAll("ringing") List<Step> steps) {
        var given = new Given();
        var phones = new Phones();
        for (Step step : steps) {
            if (given.after(step.pause()).tell(step.command()) instanceof Changed changed) {
                changed.notices().forEach(phones::hear);
            }
            phones.assertFit(given.session());
        }
    }
}
