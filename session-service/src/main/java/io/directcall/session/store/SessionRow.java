package io.directcall.session.store;

import io.directcall.session.rules.Invitation;
import io.directcall.session.rules.Member;
import io.directcall.session.rules.Session;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A session in the database. Fields are written here alone: Hibernate sees the writes of an entity's own methods only. */
@Entity
@Table(name = "sessions")
class SessionRow {
    @Id
    private String id;

    @Version
    private long version;

    @Embedded
    private LifeColumns life;

    private long seq;
    private long mediaSeq;

    @Convert(converter = InvitationText.class)
    private Invitation invitation;

    private Instant dueAt;

    protected SessionRow() {}

    SessionRow(Session session) {
        this.id = session.id();
        take(session);
    }

    final void take(Session session) {
        life = LifeColumns.of(session.life());
        seq = session.seq();
        mediaSeq = session.mediaSeq();
        invitation = session.invitation().orElse(null);
        dueAt = session.dueAt().orElse(null);
    }

    Session toSession(List<Member> members) {
        return new Session(id, life.toLife(), seq, mediaSeq, members, Optional.ofNullable(invitation));
    }

    /** For queries. */
    Instant dueAt() {
        return dueAt;
    }

    long version() {
        return version;
    }
}
