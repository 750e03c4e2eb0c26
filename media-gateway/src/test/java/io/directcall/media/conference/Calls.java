package io.directcall.media.conference;

import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.MediaEvent.OfferReady;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.media.sdp.Answer;
import io.directcall.media.sdp.BridgeTransport;
import io.directcall.media.sdp.Candidate;
import io.directcall.media.sdp.ClientTransport;
import io.directcall.media.sdp.Direction;
import io.directcall.media.sdp.Fingerprint;
import io.directcall.media.sdp.Layer;
import io.directcall.media.sdp.MediaProfile;
import io.directcall.media.sdp.OfferLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A conference with a bridge and clients that do as they are told, at a time that the test moves. */
final class Calls {
    static final String SESSION = "s1";
    static final Fingerprint FINGERPRINT = new Fingerprint("sha-256", "AB:".repeat(31) + "AB", "active");
    static final long BRIDGE_SSRC = 999;

    final Conference conference;
    final List<MediaEvent> events = new ArrayList<>();
    final List<Step> done = new ArrayList<>();
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    boolean bridgeUp = true;
    private long seq;
    private int conferences;
    private final Map<String, Participant> participants = new HashMap<>();

    Calls() {
        this(MediaProfile.VP8);
    }

    Calls(MediaProfile profile) {
        conference = new Conference(new ConferenceState(SESSION), Timing.DEFAULT, profile);
    }

    void join(String id, Role role) {
        apply(joined(id, role));
    }

    /** Not applied yet. */
    SessionEvent joined(String id, Role role) {
        var participant = new Participant(id, "uid-" + id, id, null, role, false, false, false, false, now);
        return new SessionEvent.ParticipantJoined(SESSION, ++seq, now, participant);
    }

    void join(String... ids) {
        for (String id : ids) {
            join(id, Role.PARTICIPANT);
        }
    }

    void joinAllowed(String id, TrackKind... publishes) {
        var participant = participant(id, false, false, false);
        participants.put(id, with(participant, Set.of(publishes)));
        apply(new SessionEvent.ParticipantJoined(SESSION, ++seq, now, participants.get(id)));
    }

    private Participant participant(String id, boolean audioMuted, boolean videoPaused, boolean screenSharing) {
        Set<TrackKind> publishes =
                participants.containsKey(id) ? participants.get(id).publishes() : Role.PARTICIPANT.publishes();
        return with(
                new Participant(
                        id,
                        "uid-" + id,
                        id,
                        null,
                        Role.PARTICIPANT,
                        audioMuted,
                        videoPaused,
                        screenSharing,
                        false,
                        now),
                publishes);
    }

    private static Participant with(Participant before, Set<TrackKind> publishes) {
        return new Participant(
                before.participantId(),
                before.uid(),
                before.name(),
                before.avatar(),
                before.role(),
                before.audioMuted(),
                before.videoPaused(),
                before.screenSharing(),
                before.handRaised(),
                before.joinedAt(),
                publishes);
    }

    void start(CallType type) {
        apply(new SessionEvent.SessionStarted(SESSION, ++seq, now, type));
    }

    void switchToVideo() {
        apply(new SessionEvent.SwitchedToVideo(SESSION, ++seq, now, null, null));
    }

    /**
     * Somebody changes a participant's state.
     *
     * @param by null for the application's server
     */
    void update(String id, boolean audioMuted, boolean videoPaused, boolean screenSharing, String by) {
        apply(updated(id, audioMuted, videoPaused, screenSharing, by));
    }

    /** Not applied yet. */
    SessionEvent updated(String id, boolean audioMuted, boolean videoPaused, boolean screenSharing, String by) {
        participants.put(id, participant(id, audioMuted, videoPaused, screenSharing));
        return new SessionEvent.ParticipantUpdated(SESSION, ++seq, now, participants.get(id), by);
    }

    /** Its token lets it send something else than before. */
    void grant(String id, TrackKind... publishes) {
        participants.put(id, with(participant(id, false, false, false), Set.of(publishes)));
        apply(new SessionEvent.ParticipantUpdated(SESSION, ++seq, now, participants.get(id), id));
    }

    /** What the bridge holds back of an endpoint. */
    Restrictions told(String id) {
        return endpoint(id).link().told();
    }

    void leave(String id) {
        apply(new SessionEvent.ParticipantLeft(SESSION, ++seq, now, id, "uid-" + id, LeaveReason.LEFT));
    }

    void end() {
        apply(new SessionEvent.SessionEnded(SESSION, ++seq, now, EndReason.ENDED_FOR_ALL));
    }

    void apply(SessionEvent event) {
        conference.apply(event, now);
        work();
    }

    /** Joins and answers, so that the participant sends microphone, camera and screen. */
    void connect(String... ids) {
        for (String id : ids) {
            join(id);
            answer(id);
        }
        answerAll();
    }

    void answer(String id) {
        answer(id, ssrcBase(id));
    }

    void answer(String id, long ssrcBase) {
        Endpoint endpoint = endpoint(id);
        conference.answer(id, endpoint.negotiation().revision(), answerTo(endpoint, ssrcBase));
        work();
    }

    /** Until nobody has an offer that is not answered. */
    void answerAll() {
        while (conference.state().endpoints().values().stream()
                .anyMatch(e -> e.isAllocated() && !e.negotiation().isAnswered())) {
            List.copyOf(conference.state().endpoints().values()).stream()
                    .filter(e -> e.isAllocated() && !e.negotiation().isAnswered())
                    .forEach(e -> answer(e.id()));
        }
    }

    static long ssrcBase(String id) {
        return id.chars().sum() * 1_000L;
    }

    Answer answerTo(Endpoint endpoint, long ssrcBase) {
        var lines = new ArrayList<Answer.Line>();
        for (OfferLine line : endpoint.negotiation().slots().lines()) {
            long ssrc = ssrcBase + lines.size() * 2L;
            lines.add(
                    switch (line.direction()) {
                        case RECVONLY ->
                            new Answer.Line(
                                    line.mid(), line.media(), Direction.SENDONLY, List.of(new Layer(ssrc, ssrc + 1)));
                        case SENDONLY -> new Answer.Line(line.mid(), line.media(), Direction.RECVONLY, List.of());
                        default -> new Answer.Line(line.mid(), line.media(), Direction.INACTIVE, List.of());
                    });
        }
        return new Answer(new ClientTransport("ufrag", "pwd", FINGERPRINT), lines);
    }

    void after(Duration time) {
        now = now.plus(time);
        work();
    }

    /** As the owner of a session does. */
    void work() {
        while (true) {
            conference.settle(now);
            events.addAll(conference.takeEvents());
            List<Step> steps = conference.nextSteps(now, Set.of());
            if (steps.isEmpty() || !steps.stream().allMatch(this::carryOut)) {
                events.addAll(conference.takeEvents());
                return;
            }
            done.addAll(steps);
        }
    }

    private boolean carryOut(Step step) {
        switch (step) {
            case Step.ChooseBridge choose when bridgeUp -> conference.place("http://bridge", "c" + ++conferences);
            case Step.ChooseBridge choose -> {
                conference.announceWaiting(now);
                return false;
            }
            case Step.Allocate allocate ->
                conference.allocated(allocate.placement(), allocate.participantId(), allocation(), now);
            case Step.Apply apply ->
                conference.applied(apply.participantId(), apply.media(), apply.restrictions(), now);
            case Step.Restrict restrict ->
                conference.restricted(restrict.placement(), restrict.participantId(), restrict.restrictions());
            case Step.Expire expire -> conference.expired(expire.expiry(), now);
        }
        return true;
    }

    static Allocation allocation() {
        var candidate = new Candidate("1", "1", "udp", "1", "192.0.2.1", "10000", "host", null, null);
        return new Allocation(
                new BridgeTransport("bridgeUf", "bridgePwd", FINGERPRINT, List.of(candidate)),
                "ws://bridge/channel",
                Set.of(BRIDGE_SSRC));
    }

    Endpoint endpoint(String id) {
        return conference.endpoint(id).orElseThrow();
    }

    List<OfferReady> offers(String id) {
        return events.stream()
                .filter(OfferReady.class::isInstance)
                .map(OfferReady.class::cast)
                .filter(offer -> offer.participantId().equals(id))
                .toList();
    }

    OfferReady offer(String id) {
        return offers(id).getLast();
    }

    <T extends MediaEvent> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends Step> List<T> steps(Class<T> type) {
        return done.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
