package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.session.rules.AnyCommands.Step;
import io.directcall.session.rules.Decision.Changed;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.TimePassed;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What must hold whatever happens in whatever order. */
class AnyCommandsTest {
    /** With fewer, a rare state such as a group's phone that rings while the call ends was missed now and then. */
    private static final int TRIES = 5_000;
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
