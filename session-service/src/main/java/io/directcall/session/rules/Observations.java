package io.directcall.session.rules;

import io.directcall.contracts.session.LeaveReason;
import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.MediaFound;
import io.directcall.session.rules.SessionCommand.MediaLost;
import io.directcall.session.rules.SessionCommand.Observation;
import io.directcall.session.rules.SessionCommand.StreamClosed;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import io.directcall.session.rules.SessionCommand.TimePassed;
import io.directcall.session.rules.SessionCommand.TokenRevoked;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is seen of the connections of a session's members. */
final class Observations {
    private final Policy policy;
    private final Deadlines deadlines;

    Observations(Policy policy) {
        this.policy = policy;
        this.deadlines = new Deadlines(policy);
    }

    Decision decide(Session session, Observation observation, Instant now) {
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
                        presence -> presence.streamClosed(closed.streamId(), now, policy.graces()),
                        now);
            case MediaFound found -> media(session, found.participantId(), found.mediaSeq(), Presence::mediaFound, now);
            case MediaLost lost ->
                media(
                        session,
                        lost.participantId(),
                        lost.mediaSeq(),
                        presence -> presence.mediaLost(policy.graces()),
                        now);
            case TokenRevoked revoked -> tokenRevoked(session, revoked, now);
            case TimePassed time -> deadlines.decide(session, time.streamsKnownUntil(), now);
        };
    }

    private Decision tokenRevoked(Session session, TokenRevoked revoked, Instant now) {
        Optional<Member> concerned = session.member(revoked.participantId())
                .filter(member -> member.admission().tokenId().equals(revoked.tokenId()));
        if (concerned.isEmpty()) {
            return new Unchanged(session);
        }
        var draft = new Draft(session, policy, now);
        draft.remove(concerned.get(), LeaveReason.TOKEN_REVOKED);
        return draft.changed();
    }

    /** A stream of another user is somebody who guessed or overheard the participant's id. */
    private Decision stream(
            Session session, String participantId, String uid, UnaryOperator<Presence> seen, Instant now) {
        return session.member(participantId)
                .filter(member -> member.uid().equals(uid))
                .map(member -> observed(session, member, session.mediaSeq(), seen, now))
                .orElseGet(() -> new Unchanged(session));
    }

    private Decision media(
            Session session, String participantId, long mediaSeq, UnaryOperator<Presence> seen, Instant now) {
        return session.member(participantId)
                .filter(member -> mediaSeq > session.mediaSeq())
                .map(member -> observed(session, member, mediaSeq, seen, now))
                .orElseGet(() -> new Unchanged(session));
    }

    private Decision observed(
            Session session, Member member, long mediaSeq, UnaryOperator<Presence> seen, Instant now) {
        var draft = new Draft(session, policy, now);
        draft.observe(member, seen.apply(member.presence()));
        draft.consumed(mediaSeq);
        return draft.changed();
    }
}
