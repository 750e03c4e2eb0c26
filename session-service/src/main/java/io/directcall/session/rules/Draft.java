package io.directcall.session.rules;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A session while a decision changes it: each change numbers its event. Single-use. */
final class Draft {
    private final String id;
    private final Instant now;
    private final List<Member> members;
    private final List<SessionEvent> events = new ArrayList<>();
    private Life life;
    private long seq;
    private long mediaSeq;

    Draft(Session session, Instant now) {
        this.id = session.id();
        this.now = now;
        this.members = new ArrayList<>(session.members());
        this.life = session.life();
        this.seq = session.seq();
        this.mediaSeq = session.mediaSeq();
    }

    Life.Active start(CallType type) {
        var active = new Life.Active(type, now);
        life = active;
        events.add(new SessionEvent.SessionStarted(id, nextSeq(), now, type));
        return active;
    }

    void join(Participant participant, Presence presence) {
        long joinSeq = nextSeq();
        members.add(new Member(participant, presence, joinSeq));
        events.add(new SessionEvent.ParticipantJoined(id, joinSeq, now, participant));
    }

    void update(Member member, Participant changed, String updatedBy) {
        replace(member, member.with(changed));
        events.add(new SessionEvent.ParticipantUpdated(id, nextSeq(), now, changed, updatedBy));
    }

    /** Nobody else needs to know. */
    void observe(Member member, Presence changed) {
        replace(member, member.with(changed));
    }

    void consumed(long seqOfMediaEvent) {
        mediaSeq = seqOfMediaEvent;
    }

    void remove(Member member, LeaveReason reason) {
        members.remove(member);
        events.add(new SessionEvent.ParticipantLeft(
                id, nextSeq(), now, member.id(), member.participant().uid(), reason));
    }

    void endWhenEmpty(Life.Active active, EndReason reason) {
        if (members.isEmpty()) {
            life = new Life.Ended(active.type(), active.startedAt(), now);
            events.add(new SessionEvent.SessionEnded(id, nextSeq(), now, reason));
        }
    }

    Decision.Changed changed() {
        return new Decision.Changed(new Session(id, life, seq, mediaSeq, members), events);
    }

    private void replace(Member before, Member after) {
        members.set(members.indexOf(before), after);
    }

    private long nextSeq() {
        return ++seq;
    }
}
