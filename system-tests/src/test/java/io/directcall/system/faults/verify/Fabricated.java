package io.directcall.system.faults.verify;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.system.faults.verify.Execution.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A session in which all went well, to be spoilt by a test: Ada joins, Bob joins, Bob mutes himself, Ada mutes him again, which changes
 * nothing, Bob leaves, Ada ends it. One second between events, each asked for half a second before.
 */
final class Fabricated {
    static final String SESSION = "s-1";
    static final Participant ADA = participant("ada", false);
    static final Participant BOB = participant("bob", false);
    static final Participant BOB_MUTED = participant("bob", true);
    static final Participant BOB_AGAIN =
            new Participant("bob-2", "u-bob", "bob", null, Role.PARTICIPANT, false, false, false, false, at(4));
    static final Command.Change MUTE = new Command.Change(true, null, null);

    final List<SessionEvent> events = new ArrayList<>(List.of(
            new SessionEvent.SessionStarted(SESSION, 1, at(1), CallType.VIDEO),
            new SessionEvent.ParticipantJoined(SESSION, 2, at(1), ADA),
            new SessionEvent.ParticipantJoined(SESSION, 3, at(3), BOB),
            new SessionEvent.ParticipantUpdated(SESSION, 4, at(4), BOB_MUTED, "bob"),
            new SessionEvent.ParticipantLeft(SESSION, 5, at(6), "bob", "u-bob", LeaveReason.LEFT),
            new SessionEvent.ParticipantLeft(SESSION, 6, at(7), "ada", "u-ada", LeaveReason.SESSION_ENDED),
            new SessionEvent.SessionEnded(SESSION, 7, at(7), EndReason.ENDED_FOR_ALL)));

    final List<Execution> executions = new ArrayList<>(List.of(
            execution(1, new Command.Join("u-ada"), Result.ACCEPTED, "ada"),
            execution(3, new Command.Join("u-bob"), Result.ACCEPTED, "bob"),
            execution(4, new Command.Update("bob", "bob", MUTE), Result.ACCEPTED, null),
            execution(5, new Command.Update("bob", "ada", MUTE), Result.ACCEPTED, null),
            execution(6, new Command.Leave("bob"), Result.ACCEPTED, null),
            execution(7, new Command.End(), Result.ACCEPTED, null)));

    final List<Delivery> observer = new ArrayList<>(deliveries(1, 7));
    final List<Delivery> ada = new ArrayList<>(deliveries(1, 6));
    final List<Delivery> bob = new ArrayList<>(deliveries(2, 5));
    boolean bobVanished;

    SessionVerdict verdict() {
        return SessionVerdict.of(new SessionTrace(
                SESSION,
                executions,
                new Received(null, 0, false, observer),
                List.of(new Received("ada", 2, false, ada), new Received("bob", 3, bobVanished, bob)),
                bobVanished ? Set.of("bob") : Set.of()));
    }

    /** In place of the event of the same number, for everybody. */
    void happened(SessionEvent event) {
        events.set((int) event.seq() - 1, event);
        for (List<Delivery> deliveries : List.of(observer, ada, bob)) {
            deliveries.replaceAll(known -> known.seq() == event.seq() ? delivery(event.seq()) : known);
        }
    }

    /** As the first record of its event, at the offset 100 times its number. */
    Delivery delivery(long seq) {
        return delivery(seq, seq * 100);
    }

    Delivery delivery(long seq, long offset) {
        return new Delivery(events.get((int) seq - 1), offset, at(seq));
    }

    private List<Delivery> deliveries(long first, long last) {
        List<Delivery> deliveries = new ArrayList<>();
        for (long seq = first; seq <= last; seq++) {
            deliveries.add(delivery(seq));
        }
        return deliveries;
    }

    static Execution execution(long second, Command command, Result result, String participantId) {
        return new Execution(
                command, at(second).minusMillis(500), at(second).plusMillis(100), result, 1, participantId);
    }

    static Instant at(long second) {
        return Instant.ofEpochSecond(1_000 + second);
    }

    private static Participant participant(String id, boolean muted) {
        return new Participant(id, "u-" + id, id, null, Role.PARTICIPANT, muted, false, false, false, at(0));
    }
}
