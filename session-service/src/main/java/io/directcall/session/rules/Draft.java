package io.directcall.session.rules;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** A session while a decision changes it: each change numbers its event. Single-use. */
final class Draft {
    private final Session before;
    private final Policy policy;
    private final Instant now;
    private final List<Member> members;
    private final List<SessionEvent> events = new ArrayList<>();
    private final Notices notices;
    private Life life;
    private Optional<Invitation> invitation;
    private long seq;
    private long mediaSeq;

    Draft(Session session, Policy policy, Instant now) {
        this.before = session;
        this.policy = policy;
        this.now = now;
        this.members = new ArrayList<>(session.members());
        this.notices = new Notices();
        this.life = session.life();
        this.invitation = session.invitation();
        this.seq = session.seq();
        this.mediaSeq = session.mediaSeq();
    }

    Instant now() {
        return now;
    }

    Life life() {
        return life;
    }

    /** For changes that nobody in the session needs to know. */
    void become(Life changed) {
        life = changed;
    }

    void attend(Attendance attendance) {
        if (life instanceof Life.Active active) {
            life = active.with(attendance);
        }
    }

    Member onlyMember() {
        return members.getFirst();
    }

    Optional<Invitation> invitation() {
        return invitation;
    }

    void invite(Invitation changed) {
        invitation = Optional.of(changed);
    }

    void notify(String uid, Notice.What what) {
        notices.add(uid, what);
    }

    void start(CallType type) {
        life = Life.Active.started(type, now, policy.maxLength());
        publish(number -> new SessionEvent.SessionStarted(before.id(), number, now, type));
    }

    void join(Participant participant, Duration idlePeriod, Admission admission) {
        Presence presence = Presence.atJoin(now, policy.graces());
        publish(number -> new SessionEvent.ParticipantJoined(before.id(), number, now, participant));
        members.add(new Member(participant, presence, seq, idlePeriod, admission));
        attend(new Attendance.Company());
    }

    /** Goes on as it was; whoever is alone is so from now on, as after a join. */
    Member resume(Member member, Duration idlePeriod, Admission admission) {
        Presence presence = Presence.atJoin(now, policy.graces());
        var resumed = new Member(member.participant(), presence, member.joinSeq(), idlePeriod, admission);
        replace(member, resumed);
        attend(new Attendance.Company());
        return resumed;
    }

    void update(Member member, Participant changed, String updatedBy) {
        replace(member, member.with(changed));
        publish(number -> new SessionEvent.ParticipantUpdated(before.id(), number, now, changed, updatedBy));
    }

    void publish(LongFunction<SessionEvent> event) {
        events.add(event.apply(++seq));
    }

    /** Nobody else needs to know. */
    void observe(Member member, Presence changed) {
        replace(member, member.with(changed));
    }

    void consumed(long seqOfMediaEvent) {
        mediaSeq = seqOfMediaEvent;
    }

    void remove(Member member, LeaveReason reason) {
        remove(member, reason, null);
    }

    /** Kicks a member whose user may not come back either. */
    void ban(Member member) {
        remove(member, LeaveReason.KICKED, true);
    }

    private void remove(Member member, LeaveReason reason, Boolean banned) {
        members.remove(member);
        publish(number ->
                new SessionEvent.ParticipantLeft(before.id(), number, now, member.id(), member.uid(), reason, banned));
        if (life instanceof Life.Active active
                && active.videoRequest()
                        .filter(request -> request.participantId().equals(member.id()))
                        .isPresent()) {
            life = active.requested(Optional.empty());
        }
    }

    /** @param by uid of who ended it, null when nobody did it by intent */
    void end(EndReason reason, String by) {
        List.copyOf(members).forEach(member -> remove(member, LeaveReason.SESSION_ENDED));
        invitation.ifPresent(call -> notices.ended(call, life, reason, by));
        invitation = invitation.map(Invitation::silenced);
        switch (life) {
            case Life.Ringing ringing -> life = new Life.Ended(ringing.type(), Optional.empty(), now, reason);
            case Life.Waiting waiting -> life = new Life.Ended(waiting.type(), Optional.empty(), now, reason);
            case Life.Active active -> {
                life = new Life.Ended(active.type(), Optional.of(active.startedAt()), now, reason);
                publish(number -> new SessionEvent.SessionEnded(before.id(), number, now, reason));
            }
            case Life.NotStarted ignored -> throw new IllegalStateException("nothing to end: " + before);
            case Life.Ended ignored -> throw new IllegalStateException("ended before: " + before);
        }
    }

    /** What follows from who is in the session now. */
    void settle() {
        if (!(life instanceof Life.Active active)) {
            return;
        }
        if (members.isEmpty()) {
            end(EndReason.EVERYONE_LEFT, null);
        } else if (members.size() == 1 && active.attendance() instanceof Attendance.Company) {
            life = active.with(Attendance.alone(now, members.getFirst().idlePeriod(), policy.idleNotice()));
        }
    }

    Decision changed() {
        settle();
        Session after = new Session(before.id(), life, seq, mediaSeq, members, invitation);
        return after.equals(before)
                ? new Decision.Unchanged(before)
                : new Decision.Changed(after, events, notices.of(after, now));
    }

    private void replace(Member member, Member after) {
        members.set(members.indexOf(member), after);
    }
}
