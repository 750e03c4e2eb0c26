package io.directcall.media.conference.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What stays of a session whose conference's row was removed. Written by {@link ConferenceStore#removeSettled} only. */
@Entity
@Table(name = "session_numbers")
class NumbersRow {
    @Id
    @Column(name = "session_id")
    String sessionId;

    @Column(name = "session_seq")
    long sessionSeq;

    @Column(name = "media_seq")
    long mediaSeq;
}
