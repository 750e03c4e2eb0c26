package io.directcall.session.rules;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallUser;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.contracts.user.RejectReason;
import io.directcall.contracts.user.User;
import io.directcall.session.rules.SessionCommand.Accept;
import io.directcall.session.rules.SessionCommand.Cancel;
import io.directcall.session.rules.SessionCommand.EndCall;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.rules.SessionCommand.Join;
import io.directcall.session.rules.SessionCommand.KeepAlive;
import io.directcall.session.rules.SessionCommand.LeaveUnlessBack;
import io.directcall.session.rules.SessionCommand.MediaFound;
import io.directcall.session.rules.SessionCommand.MediaLost;
import io.directcall.session.rules.SessionCommand.Place;
import io.directcall.session.rules.SessionCommand.Reject;
import io.directcall.session.rules.SessionCommand.Remove;
import io.directcall.session.rules.SessionCommand.StreamClosed;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import io.directcall.session.rules.SessionCommand.SwitchToVideo;
import io.directcall.session.rules.SessionCommand.TimePassed;
import io.directcall.session.rules.SessionCommand.TokenRevoked;
import io.directcall.session.rules.SessionCommand.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any commands in any order, with the time that passes before each. */
final class AnyCommands {
    private static final List<String> UIDS = List.of("anna", "ben", "cleo", "mia");
    private static final User ANNA = new User("anna", "Anna", null);

    private AnyCommands() {}

    /**
     * @param pause before the command
     * @param command may be out of place in any state
     */
    record Step(Duration pause, SessionCommand command) {}

    static Arbitrary<List<Step>> steps() {
        return steps(commands());
    }

    private static Arbitrary<List<Step>> steps(Arbitrary<SessionCommand> commands) {
        return Combinators.combine(pauses(), commands)
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    /** The first step places a call. */
    static Arbitrary<List<Step>> stepsOfARingingCall() {
        Arbitrary<SessionCommand> commands =
                Arbitraries.frequencyOf(Tuple.of(2, commands()), Tuple.of(1, ringingRequests()));
        return Combinators.combine(places(), steps(commands)).as((place, steps) -> {
            var all = new ArrayList<>(steps);
            all.addFirst(new Step(Duration.ZERO, place));
            return all;
        });
    }

    private static Arbitrary<Duration> pauses() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.integers().between(0, 2_000).map(Duration::ofMillis)),
                Tuple.of(1, Arbitraries.integers().between(5, 700).map(Duration::ofSeconds)));
    }

    private static Arbitrary<SessionCommand> commands() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, joins()),
                Tuple.of(5, Combinators.combine(pids(), changes(), actors()).as(Update::new)),
                Tuple.of(3, Combinators.combine(pids(), actors()).as(Remove::new)),
                Tuple.of(4, goings()),
                Tuple.of(1, actors().map(EndForAll::new)),
                Tuple.of(2, actors().map(SwitchToVideo::new)),
                Tuple.of(2, actors().map(KeepAlive::new)),
                Tuple.of(12, seen()),
                Tuple.of(
                        1,
                        Combinators.combine(pids(), uids()).as((pid, uid) -> new TokenRevoked(pid, "token-of-" + uid))),
                Tuple.of(4, Arbitraries.of(new TimePassed(Instant.MAX))),
                Tuple.of(3, ringingRequests()));
    }

    /** Of streams and media, at no time in particular. */
    static Arbitrary<List<SessionCommand>> observations() {
        return seen().list().ofMaxSize(10);
    }

    private static Arbitrary<SessionCommand> seen() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Combinators.combine(pids(), uids(), streams()).as(StreamOpened::new)),
                Tuple.of(3, Combinators.combine(pids(), uids(), streams()).as(StreamClosed::new)),
                Tuple.of(3, Combinators.combine(pids(), mediaSeqs()).as(MediaFound::new)),
                Tuple.of(2, Combinators.combine(pids(), mediaSeqs()).as(MediaLost::new)));
    }

    private static Arbitrary<SessionCommand> ringingRequests() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, places()),
                Tuple.of(6, Combinators.combine(uids(), flags()).as(Accept::new)),
                Tuple.of(
                        2,
                        Combinators.combine(uids(), Arbitraries.of(RejectReason.class))
                                .as(Reject::new)),
                Tuple.of(1, parties().map(Cancel::new)),
                Tuple.of(1, parties().map(EndCall::new)));
    }

    private static Arbitrary<Join> joins() {
        return Combinators.combine(
                        uids(),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.of(Role.PARTICIPANT)), Tuple.of(1, Arbitraries.of(Role.class))),
                        grants(),
                        Arbitraries.of(true, false).injectNull(0.6),
                        Arbitraries.of(true, false).injectNull(0.6),
                        Arbitraries.of(CallType.class),
                        periods(),
                        pids().optional(0.4))
                .as((uid, role, grants, muted, paused, type, period, pid) -> new Join(
                        new CallUser(uid, uid, null), role, grants, muted, paused, type, period, pid, admission(uid)));
    }

    private static Admission admission(String uid) {
        return new Admission("token-of-" + uid, Given.START);
    }

    /** Mostly all, so that there is something to go on with. */
    private static Arbitrary<Set<TrackKind>> grants() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Set.of(Set.of(TrackKind.values())))),
                Tuple.of(1, Arbitraries.of(TrackKind.class).set()));
    }

    private static Arbitrary<LeaveUnlessBack> goings() {
        Arbitrary<Duration> graces = Arbitraries.integers().between(1, 30).map(Duration::ofSeconds);
        return Combinators.combine(pids(), graces, actors()).as(LeaveUnlessBack::new);
    }

    private static Arbitrary<Optional<Duration>> periods() {
        return Arbitraries.integers().between(10, 300).map(Duration::ofSeconds).optional(0.5);
    }

    private static Arbitrary<Place> places() {
        return Combinators.combine(
                        Arbitraries.of(ReceiverType.class),
                        Arbitraries.of(CallType.class),
                        Arbitraries.of("ben", "cleo").set().ofMaxSize(1),
                        flags())
                .as((receiver, type, busy, callerBusy) -> place(receiver, type, busy, callerBusy));
    }

    private static Place place(ReceiverType receiver, CallType type, Set<String> busy, boolean callerBusy) {
        List<String> callees = receiver == ReceiverType.USER ? List.of("ben") : List.of("ben", "cleo");
        return new Place(ANNA, "ben", receiver, type, callees, Duration.ofSeconds(45), Map.of(), busy, callerBusy);
    }

    private static Arbitrary<String> uids() {
        return Arbitraries.of(UIDS);
    }

    /** Participants are named p1, p2, ... in the order of joining. */
    private static Arbitrary<String> pids() {
        return Arbitraries.integers().between(1, 4).map(number -> "p" + number);
    }

    private static Arbitrary<String> streams() {
        return Arbitraries.of("c1", "c2", "c3");
    }

    private static Arbitrary<Long> mediaSeqs() {
        return Arbitraries.longs().between(1, 40);
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true));
    }

    private static Arbitrary<Change> changes() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false).injectNull(0.6);
        return Combinators.combine(flag, flag, flag, flag).as(Change::new);
    }

    private static Arbitrary<Actor> actors() {
        Arbitrary<Actor> users =
                Combinators.combine(uids(), Arbitraries.of(Role.class)).as((uid, role) -> new Actor.User(uid, role));
        return Arbitraries.frequencyOf(Tuple.of(7, users), Tuple.of(1, Arbitraries.of(new Actor.Server())));
    }

    private static Arbitrary<Party> parties() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, uids().map(Party.User::new)), Tuple.of(1, Arbitraries.of(new Party.Server())));
    }
}
