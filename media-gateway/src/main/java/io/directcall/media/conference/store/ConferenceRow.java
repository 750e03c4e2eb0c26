package io.directcall.media.conference.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Row of a conference. Its version guards its endpoints too: {@code changedAt} is set at each change of either. */
@Entity
@Table(name = "conference")
// Named queries are parsed at start-up; parsing one on an event loop would hold up its first caller and everybody else.
@NamedQuery(
        name = ConferenceRow.LIVE_SESSIONS,
        query = "select sessionId from ConferenceRow where live and mod(sessionHash, :count) in :partitions")
class ConferenceRow {
    static final String LIVE_SESSIONS = "liveSessions";

    @Id
    @Column(name = "session_id")
    String sessionId;

    @Version
    long version;

    @Column(name = "session_hash")
    int sessionHash;

    @Column(name = "session_seq")
    long sessionSeq;

    @Column(name = "media_seq")
    long mediaSeq;

    String bridge;

    @Column(name = "conference_id")
    String conferenceId;

    boolean created;

    @Column(name = "dominant_speaker")
    String dominantSpeaker;

    @Column(name = "move_requested_at")
    Instant moveRequestedAt;

    boolean ended;

    @Column(name = "audio_call")
    boolean audioCall;

    String expiries;

    boolean live;

    @Column(name = "changed_at")
    Instant changedAt;
}
