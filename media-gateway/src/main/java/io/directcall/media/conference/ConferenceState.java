package io.directcall.media.conference;

import io.directcall.media.sdp.MediaProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is stored of a conference. It notices when it is changed, so that looking at a conference costs no write. Only {@link Conference}
 * changes it.
 */
public final class ConferenceState {
    private final String sessionId;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final List<Expiry> expiries = new ArrayList<>();
    private long sessionSeq;
    private long mediaSeq;
    private Placement placement;
    private String dominantSpeaker;
    private Instant moveRequestedAt;
    private boolean ended;
    private boolean audioCall;
    private boolean changed;

    /** A conference that nothing was heard of yet. */
    public ConferenceState(String sessionId) {
        this.sessionId = sessionId;
    }

    /** A conference of a session of which only the numbers of its last events are known. */
    public ConferenceState(String sessionId, long sessionSeq, long mediaSeq) {
        this(sessionId);
        this.sessionSeq = sessionSeq;
        this.mediaSeq = mediaSeq;
    }

    /**
     * A conference as it was stored.
     *
     * @param endpoints in the order of joining
     */
    public ConferenceState(
            String sessionId,
            long sessionSeq,
            long mediaSeq,
            Placement placement,
            String dominantSpeaker,
            Instant moveRequestedAt,
            boolean ended,
            boolean audioCall,
            Collection<Endpoint> endpoints,
            Collection<Expiry> expiries) {
        this.sessionId = sessionId;
        this.sessionSeq = sessionSeq;
        this.mediaSeq = mediaSeq;
        this.placement = placement;
        this.dominantSpeaker = dominantSpeaker;
        this.moveRequestedAt = moveRequestedAt;
        this.ended = ended;
        this.audioCall = audioCall;
        endpoints.forEach(endpoint -> this.endpoints.put(endpoint.id(), endpoint));
        this.expiries.addAll(expiries);
    }

    public String sessionId() {
        return sessionId;
    }

    /** Number of the last session event that was applied. */
    public long sessionSeq() {
        return sessionSeq;
    }

    /** Number of the last media event. */
    public long mediaSeq() {
        return mediaSeq;
    }

    /** Null while no bridge is chosen. */
    public Placement placement() {
        return placement;
    }

    /** Null while there is none. */
    public String dominantSpeaker() {
        return dominantSpeaker;
    }

    /** Time of the newest move that an operator asked for, null before the first. */
    public Instant moveRequestedAt() {
        return moveRequestedAt;
    }

    /** The session is over; a later join begins it anew. */
    public boolean ended() {
        return ended;
    }

    /** Pictures are no part of the call: it began as an audio call and was not switched to video. */
    public boolean audioCall() {
        return audioCall;
    }

    /** Of this participant, empty when it is not in the conference. */
    Optional<Endpoint> endpoint(String participantId) {
        return Optional.ofNullable(endpoints.get(participantId));
    }

    /** By participant, in the order of joining. */
    public Map<String, Endpoint> endpoints() {
        return Collections.unmodifiableMap(endpoints);
    }

    /** Codecs of those who are in it, empty while nobody is. */
    Optional<MediaProfile> profile() {
        return endpoints.values().stream()
                .findFirst()
                .map(endpoint -> endpoint.negotiation().slots().profile());
    }

    /** What must go from bridges. */
    public List<Expiry> expiries() {
        return Collections.unmodifiableList(expiries);
    }

    /** Whether it differs from what was stored. */
    public boolean isChanged() {
        return changed;
    }

    void sessionSeq(long value) {
        sessionSeq = value;
        changed = true;
    }

    long nextMediaSeq() {
        changed = true;
        return ++mediaSeq;
    }

    void placement(Placement value) {
        placement = value;
        changed = true;
    }

    void dominantSpeaker(String value) {
        dominantSpeaker = value;
        changed = true;
    }

    void moveRequestedAt(Instant value) {
        moveRequestedAt = value;
        changed = true;
    }

    void ended(boolean value) {
        ended = value;
        changed = true;
    }

    void audioCall(boolean value) {
        audioCall = value;
        changed = true;
    }

    void put(Endpoint endpoint) {
        endpoints.put(endpoint.id(), endpoint);
        changed = true;
    }

    Endpoint remove(String participantId) {
        changed = true;
        return endpoints.remove(participantId);
    }

    /** Adds an expiry and drops those that it makes needless. */
    void add(Expiry expiry) {
        expiries.removeIf(expiry::covers);
        expiries.add(expiry);
        changed = true;
    }

    void forget(Expiry expiry) {
        changed |= expiries.remove(expiry);
    }

    /** An expiry that is still due would hit the endpoint that took the id of the old one. */
    void forgetExpiry(String conferenceId, String participantId) {
        changed |= expiries.removeIf(
                expiry -> expiry.conferenceId().equals(conferenceId) && participantId.equals(expiry.participantId()));
    }
}
