package io.directcall.session.store;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.TokenIdentity;
import io.directcall.session.rules.Admission;
import io.directcall.session.rules.Member;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A participant who is in a session now. Fields are written here alone, as in {@link SessionRow}. */
@Entity
@Table(name = "participants")
class ParticipantRow {
    @Id
    private String id;

    private String sessionId;
    private long joinSeq;
    private String uid;
    private String name;
    private String avatar;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean audioMuted;
    private boolean videoPaused;
    private boolean screenSharing;
    private boolean handRaised;
    private Instant joinedAt;

    /** Null in rows from before there was such a column. */
    @Convert(converter = TrackKindsText.class)
    private Set<TrackKind> publishes;

    @Column(name = "idle_period_s")
    private int idlePeriodSeconds;

    private String tokenId;
    private Instant tokenIssuedAt;

    @Embedded
    private PresenceColumns presence;

    protected ParticipantRow() {}

    ParticipantRow(String sessionId, Member member) {
        Participant participant = member.participant();
        this.id = participant.participantId();
        this.sessionId = sessionId;
        this.joinSeq = member.joinSeq();
        this.uid = participant.uid();
        this.name = participant.name();
        this.avatar = participant.avatar();
        this.role = participant.role();
        this.joinedAt = participant.joinedAt();
        this.publishes = participant.publishes();
        this.idlePeriodSeconds = (int) member.idlePeriod().toSeconds();
        take(member);
    }

    final void take(Member member) {
        Participant participant = member.participant();
        audioMuted = participant.audioMuted();
        videoPaused = participant.videoPaused();
        screenSharing = participant.screenSharing();
        handRaised = participant.handRaised();
        tokenId = member.admission().tokenId();
        tokenIssuedAt = member.admission().issuedAt();
        presence = PresenceColumns.of(member.presence());
    }

    Member toMember() {
        var participant = new Participant(
                id, uid, name, avatar, role, audioMuted, videoPaused, screenSharing, handRaised, joinedAt, publishes);
        return new Member(
                participant,
                presence.toPresence(),
                joinSeq,
                Duration.ofSeconds(idlePeriodSeconds),
                new Admission(tokenId, tokenIssuedAt));
    }

    /** What its token can be revoked by. */
    TokenIdentity token() {
        return new TokenIdentity(tokenId, uid, sessionId, tokenIssuedAt);
    }

    String id() {
        return id;
    }

    /** For queries. */
    String sessionId() {
        return sessionId;
    }
}
