package io.directcall.session.rules;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.rules.SessionCommand.Join;
import io.directcall.session.rules.SessionCommand.Observation;
import io.directcall.session.rules.SessionCommand.Remove;
import io.directcall.session.rules.SessionCommand.Request;
import io.directcall.session.rules.SessionCommand.Update;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Decides what comes of a command, in each state of a session. Thread-safe: it holds no session. */
public final class SessionRules {
    private final InstantSource clock;
    private final ParticipantIds ids;
    private final Presence.Graces graces;
    private final Observations observations;

    public SessionRules(InstantSource clock, ParticipantIds ids, Presence.Graces graces) {
        this.clock = clock;
        this.ids = ids;
        this.graces = graces;
        this.observations = new Observations(graces);
    }

    /** Never changes its arguments. */
    public Decision decide(Session session, SessionCommand command) {
        Instant now = clock.instant();
        return switch (session.life()) {
            case Life.NotStarted ignored -> withoutMembers(session, command, ErrorCode.ERR_CALL_SESSION_NOT_FOUND, now);
            case Life.Ended ignored -> withoutMembers(session, command, ErrorCode.ERR_CALL_TERMINATED, now);
            case Life.Active active -> inCall(session, active, command, now);
        };
    }

    private Decision withoutMembers(Session session, SessionCommand command, ErrorCode otherwise, Instant now) {
        return switch (command) {
            case Join join -> start(session, join, now);
            case Request ignored -> new Refused(otherwise);
            case Observation ignored -> new Unchanged(session);
        };
    }

    private Decision inCall(Session session, Life.Active active, SessionCommand command, Instant now) {
        return switch (command) {
            case Join join -> join(new Draft(session, now), active, join, now);
            case Update update -> update(session, update, now);
            case Remove remove -> remove(session, active, remove, now);
            case EndForAll end -> endForAll(session, active, end, now);
            case Observation observation -> observations.decide(session, active, observation, now);
        };
    }

    private Decision start(Session session, Join join, Instant now) {
        var draft = new Draft(session, now);
        CallType type = Objects.requireNonNullElse(join.callType(), CallType.VIDEO);
        return join(draft, draft.start(type), join, now);
    }

    private Decision join(Draft draft, Life.Active active, Join join, Instant now) {
        draft.join(Newcomer.of(ids.next(), join, active.type(), now), Presence.atJoin(now, graces));
        return draft.changed();
    }

    private static Decision update(Session session, Update update, Instant now) {
        Member member = session.member(update.participantId()).orElse(null);
        if (member == null) {
            return new Refused(ErrorCode.ERR_CALL_PARTICIPANT_NOT_FOUND);
        }
        Participant before = member.participant();
        if (!mayTouch(update.by(), before)) {
            return new Refused(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        if (before.role() == Role.VIEWER && update.change().touchesMedia()) {
            return new Refused(ErrorCode.AUTH_ERR_NO_ACCESS);
        }
        Participant after = update.change().applyTo(before);
        if (after.equals(before)) {
            return new Unchanged(session);
        }
        var draft = new Draft(session, now);
        draft.update(member, after, participantIdOf(update.by(), before, session));
        return draft.changed();
    }

    private static Decision remove(Session session, Life.Active active, Remove remove, Instant now) {
        Member member = session.member(remove.participantId()).orElse(null);
        if (member == null) {
            return new Refused(ErrorCode.ERR_CALL_PARTICIPANT_NOT_FOUND);
        }
        if (!mayTouch(remove.by(), member.participant())) {
            return new Refused(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        boolean own = remove.by().owns(member.participant().uid());
        var draft = new Draft(session, now);
        draft.remove(member, own ? LeaveReason.LEFT : LeaveReason.KICKED);
        draft.endWhenEmpty(active, EndReason.EVERYONE_LEFT);
        return draft.changed();
    }

    private static Decision endForAll(Session session, Life.Active active, EndForAll end, Instant now) {
        if (!end.by().moderates()) {
            return new Refused(ErrorCode.AUTH_ERR_NO_ACCESS);
        }
        var draft = new Draft(session, now);
        List<Member> everybody = session.members();
        everybody.forEach(member -> draft.remove(member, LeaveReason.SESSION_ENDED));
        draft.endWhenEmpty(active, EndReason.ENDED_FOR_ALL);
        return draft.changed();
    }

    private static boolean mayTouch(Actor by, Participant participant) {
        return by.owns(participant.uid()) || by.moderates();
    }

    /** Null for the application's server, and for a moderator who is not in the session. */
    private static String participantIdOf(Actor by, Participant updated, Session session) {
        return switch (by) {
            case Actor.Server ignored -> null;
            case Actor.User user when user.uid().equals(updated.uid()) -> updated.participantId();
            case Actor.User user ->
                session.participantOf(user.uid())
                        .map(Participant::participantId)
                        .orElse(null);
        };
    }
}
