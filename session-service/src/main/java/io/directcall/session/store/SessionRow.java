package io.directcall.session.store;

import io.directcall.contracts.session.CallType;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Member;
import io.directcall.session.rules.Session;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** A session in the database. Fields are written here alone: Hibernate sees the writes of an entity's own methods only. */
@Entity
@Table(name = "sessions")
class SessionRow {
    @Id
    private String id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private CallType type;

    private Instant startedAt;
    private Instant endedAt;
    private long seq;
    private long mediaSeq;

    protected SessionRow() {}

    SessionRow(Session session) {
        this.id = session.id();
        take(session);
    }

    final void take(Session session) {
        seq = session.seq();
        mediaSeq = session.mediaSeq();
        switch (session.life()) {
            case Life.Active active -> take(active.type(), active.startedAt(), null);
            case Life.Ended ended -> take(ended.type(), ended.startedAt(), ended.endedAt());
            case Life.NotStarted ignored -> throw new IllegalArgumentException("nothing to store: " + session);
        }
    }

    private void take(CallType newType, Instant newStart, Instant newEnd) {
        type = newType;
        startedAt = newStart;
        endedAt = newEnd;
    }

    Session toSession(List<Member> members) {
        Life life = endedAt == null ? new Life.Active(type, startedAt) : new Life.Ended(type, startedAt, endedAt);
        return new Session(id, life, seq, mediaSeq, members);
    }

    long version() {
        return version;
    }
}
