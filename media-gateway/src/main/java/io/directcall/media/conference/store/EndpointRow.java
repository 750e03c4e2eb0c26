package io.directcall.media.conference.store;

import io.directcall.media.conference.EndpointState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** Row of an endpoint. */
@Entity
@Table(name = "endpoint")
@IdClass(EndpointKey.class)
@NamedQuery(name = EndpointRow.OF_SESSION, query = "from EndpointRow where sessionId = :sessionId order by position")
@NamedQuery(
        name = EndpointRow.SOME_OF_SESSION,
        query = "from EndpointRow where sessionId = :sessionId and participantId in :ids")
class EndpointRow {
    static final String OF_SESSION = "endpointsOfSession";
    static final String SOME_OF_SESSION = "someEndpointsOfSession";

    @Id
    @Column(name = "session_id")
    String sessionId;

    @Id
    @Column(name = "participant_id")
    String participantId;

    int position;

    String uid;

    boolean viewer;

    @Enumerated(EnumType.STRING)
    EndpointState state;

    int generation;

    boolean announced;

    @Column(name = "restarted_at")
    Instant restartedAt;

    String negotiation;

    String link;

    /** Null in rows that were written before there was such a column. */
    String publishing;

    /** Null until the client says how it shows the others. */
    String view;
}
