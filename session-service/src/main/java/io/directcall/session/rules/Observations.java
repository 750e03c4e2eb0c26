package io.directcall.session.rules;

import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.MediaFound;
import io.directcall.session.rules.SessionCommand.MediaLost;
import io.directcall.session.rules.SessionCommand.Observation;
import io.directcall.session.rules.SessionCommand.RemoveLost;
import io.directcall.session.rules.SessionCommand.StreamClosed;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** What is seen of the connections of an active session's members, and who is lost by it. */
final class Observations {
    private final Presence.Graces graces;

    Observations(Presence.Graces graces) {
        this.graces = graces;
    }

    Decision decide(Session session, Life.Active active, Observation observation, Instant now) {
        return switch (observation) {
            case StreamOpened opened ->
                stream(
                        session,
                        opened.participantId(),
                        opened.uid(),
                        presence -> presence.streamOpened(opened.streamId()),
                        now);
            case StreamClosed closed ->
                stream(
                        session,
                        closed.participantId(),
                        closed.uid(),
                        presence -> presence.streamClosed(closed.streamId(), now, graces),
                        now);
            case MediaFound found -> media(session, found.participantId(), found.mediaSeq(), Presence::mediaFound, now);
            case MediaLost lost ->
                media(session, lost.participantId(), lost.mediaSeq(), presence -> presence.mediaLost(graces), now);
            case RemoveLost ignored -> removeLost(session, active, now);
        };
    }

    /** A stream of another user is somebody who guessed or overheard the participant's id. */
    private static Decision stream(
            Session session, String participantId, String uid, UnaryOperator<Presence> seen, Instant now) {
        Member member = session.member(participantId).orElse(null);
        if (member == null || !member.participant().uid().equals(uid)) {
            return new Unchanged(session);
        }
        return observed(session, member, session.mediaSeq(), seen.apply(member.presence()), now);
    }

    private static Decision media(
            Session session, String participantId, long mediaSeq, UnaryOperator<Presence> seen, Instant now) {
        Member member = session.member(participantId).orElse(null);
        if (member == null || mediaSeq <= session.mediaSeq()) {
            return new Unchanged(session);
        }
        return observed(session, member, mediaSeq, seen.apply(member.presence()), now);
    }

    private static Decision observed(Session session, Member member, long mediaSeq, Presence seen, Instant now) {
        if (seen.equals(member.presence()) && mediaSeq == session.mediaSeq()) {
            return new Unchanged(session);
        }
        var draft = new Draft(session, now);
        draft.observe(member, seen);
        draft.consumed(mediaSeq);
        return draft.changed();
    }

    private static Decision removeLost(Session session, Life.Active active, Instant now) {
        List<Member> lost = session.members().stream()
                .filter(member -> member.presence().isLost(now))
                .toList();
        if (lost.isEmpty()) {
            return new Unchanged(session);
        }
        var draft = new Draft(session, now);
        lost.forEach(member -> draft.remove(member, LeaveReason.CONNECTION_LOST));
        draft.endWhenEmpty(active, EndReason.EVERYONE_LEFT);
        return draft.changed();
    }
}
