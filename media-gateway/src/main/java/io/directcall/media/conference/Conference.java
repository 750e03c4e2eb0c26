package io.directcall.media.conference;

import io.directcall.contracts.media.ConnectionQuality;
import io.directcall.contracts.media.MediaCommand.LayersReported;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.MoveReason;
import io.directcall.contracts.media.View;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.media.conference.EndpointState.Change;
import io.directcall.media.sdp.Answer;
import io.directcall.media.sdp.Layer;
import io.directcall.media.sdp.MediaProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The media of one session: the aggregate that a replica loads, changes and saves in one transaction. It records what should be true;
 * {@link #nextSteps} says what a bridge must do to get there, and the results come back through {@link #allocated}, {@link #applied} and
 * the like. Events for clients collect in it until {@link #takeEvents}. Not thread-safe.
 */
public final class Conference {
    private final ConferenceState state;
    private final Timing timing;
    private final EventLog events;
    private final Renegotiation renegotiation;
    private final Plan plan;
    private final Departures departures;
    private final Membership membership;
    private final Losses losses;
    private MoveWish moveWish;

    /** @param profile of a conference that begins; one that goes on keeps its own */
    public Conference(ConferenceState state, Timing timing, MediaProfile profile) {
        this.state = state;
        this.timing = timing;
        this.events = new EventLog(state);
        this.renegotiation = new Renegotiation(state, timing, events);
        this.plan = new Plan(state, timing, renegotiation);
        this.departures = new Departures(state, timing);
        this.membership = new Membership(state, profile, plan, departures);
        this.losses = new Losses(state, events, departures);
    }

    /** For whoever stores or shows it. */
    public ConferenceState state() {
        return state;
    }

    public String sessionId() {
        return state.sessionId();
    }

    public Optional<Endpoint> endpoint(String participantId) {
        return state.endpoint(participantId);
    }

    /** Where it lives, empty while no bridge is chosen. */
    public Optional<Placement> placement() {
        return Optional.ofNullable(state.placement());
    }

    /** Events since the last call, to be published in the transaction that saves the conference. */
    public List<MediaEvent> takeEvents() {
        return events.take();
    }

    /** @return false when it was seen before */
    public boolean apply(SessionEvent event, Instant now) {
        return membership.apply(event, now);
    }

    /**
     * What an answer would tell the bridge. Changes nothing.
     *
     * @throws StaleRevisionException when a newer offer is out
     * @throws AnswerMismatchException when it does not fit the offer of this revision
     */
    public ClientMedia examine(Endpoint endpoint, int revision, Answer answer) {
        return AnswerCheck.examine(state, endpoint, revision, answer);
    }

    /**
     * Takes a client's answer. One that was taken before, or whose participant has left, changes nothing.
     *
     * @return whether it was taken
     * @throws StaleRevisionException as {@link #examine(Endpoint, int, Answer)}
     * @throws AnswerMismatchException as {@link #examine(Endpoint, int, Answer)}
     */
    public boolean answer(String participantId, int revision, Answer answer) {
        Endpoint endpoint = state.endpoints().get(participantId);
        if (endpoint == null || revision <= endpoint.negotiation().answered()) {
            return false;
        }
        state.put(endpoint.answered(examine(endpoint, revision, answer)));
        return true;
    }

    /**
     * Whether a report of layers may be taken. Changes nothing.
     *
     * @throws StaleRevisionException when the participant has had another endpoint since
     * @throws AnswerMismatchException when it does not fit what was offered
     */
    public void examine(Endpoint endpoint, LayersReported report) {
        AnswerCheck.examine(state, endpoint, report.generation(), layers(report));
    }

    /**
     * Takes the layers in which a client sends its camera, before or after its answer. A report that says nothing new, or whose
     * participant has left, changes nothing.
     *
     * @return whether it was taken
     * @throws StaleRevisionException as {@link #examine(Endpoint, LayersReported)}
     * @throws AnswerMismatchException as {@link #examine(Endpoint, LayersReported)}
     */
    public boolean reportLayers(LayersReported report) {
        Endpoint endpoint = state.endpoints().get(report.participantId());
        if (endpoint == null) {
            return false;
        }
        examine(endpoint, report);
        List<Layer> layers = layers(report);
        if (layers.equals(endpoint.link().layers())) {
            return false;
        }
        state.put(endpoint.layered(layers));
        return true;
    }

    private static List<Layer> layers(LayersReported report) {
        return report.layers().stream()
                .map(layer -> new Layer(layer.ssrc(), layer.rtxSsrc()))
                .toList();
    }

    /**
     * Gives a participant a fresh endpoint.
     *
     * @param at when it was asked for; a request is carried out once, however often it is delivered
     * @return whether there was an endpoint to give up
     */
    public boolean restart(String participantId, Instant at, Instant now) {
        return losses.restart(participantId, at, now);
    }

    /**
     * The bridge refuses an endpoint's channel, though it knows the conference: it has dropped the silent endpoint.
     *
     * @param channelUrl the channel that was refused
     */
    public void endpointMissing(String participantId, String channelUrl, Instant now) {
        endpoint(participantId)
                .filter(endpoint -> endpoint.mayBeDropped(channelUrl, now))
                .ifPresent(endpoint -> losses.endpointGone(participantId, now));
    }

    /** The bridge has dropped the endpoint, but not the conference. */
    public void endpointGone(String participantId, Instant now) {
        losses.endpointGone(participantId, now);
    }

    /** The bridge does not know the conference, or is not to be trusted with it: everyone gets an endpoint on another. */
    public void placementLost(String conferenceId, Instant now) {
        losses.placementLost(conferenceId, now);
    }

    /**
     * Takes the conference to another bridge while its media goes on on the old one: everyone is offered an endpoint on the new one, and
     * the old one is left when there was time to answer.
     *
     * @param conferenceId the new bridge's name for it
     * @return false when it is nowhere yet, or there already
     */
    public boolean move(String bridge, String conferenceId, MoveReason reason, Instant now) {
        if (state.placement() == null || state.placement().bridge().equals(bridge)) {
            return false;
        }
        departures.wholeConferenceLater(now);
        place(bridge, conferenceId);
        events.moved(reason, now);
        // Nobody is lost: the others go on hearing from them until they have answered.
        state.endpoints().values().stream()
                .filter(endpoint -> !endpoint.waits())
                .toList()
                .forEach(endpoint -> state.put(endpoint.reset()));
        return true;
    }

    /**
     * An operator asks for a move. A request is carried out once, however often it is delivered.
     *
     * @param at when it was asked for
     */
    public void moveRequested(MoveWish wish, Instant at) {
        if (state.moveRequestedAt() == null || at.isAfter(state.moveRequestedAt())) {
            state.moveRequestedAt(at);
            moveWish = wish;
        }
    }

    /** Its bridge wants to be empty. Said again until the conference has left it. */
    public void leaveGently() {
        moveWish = new MoveWish(MoveReason.BRIDGE_DRAINED, null);
    }

    /** Whether somebody wants it elsewhere: asked for since it was loaded, and not yet carried out. */
    public Optional<MoveWish> takeMoveWish() {
        Optional<MoveWish> wish = Optional.ofNullable(moveWish);
        moveWish = null;
        return wish;
    }

    /** Chooses where the conference will live, before the bridge is asked: a crash then leaves nothing that nobody knows of. */
    public void place(String bridge, String conferenceId) {
        state.placement(new Placement(bridge, conferenceId, false));
    }

    /**
     * The bridge made the endpoint. Its participant gets the first offer of a new generation; what nobody needs any more goes again.
     *
     * @param at where it was made
     */
    public void allocated(Placement at, String participantId, Allocation allocation, Instant now) {
        Endpoint endpoint = state.endpoints().get(participantId);
        if (state.placement() == null || !state.placement().conferenceId().equals(at.conferenceId())) {
            departures.stray(at, null, now);
        } else if (endpoint == null) {
            departures.stray(at, participantId, now);
        } else if (endpoint.waits()) {
            state.placement(state.placement().asCreated());
            state.forgetExpiry(at.conferenceId(), participantId);
            renegotiation.offer(endpoint.allocated(allocation), now);
        }
    }

    /** Takes what a bridge has for what it is: strays go, and what is lost is made anew. */
    public Findings reconcile(Inventory found, Instant now) {
        Findings findings = new Audit(state, timing).compare(found, now);
        findings.strays().forEach(state::add);
        findings.lostConference().ifPresent(lost -> placementLost(lost, now));
        findings.lostEndpoints().forEach(lost -> endpointGone(lost, now));
        return findings;
    }

    /** The bridge knows of the client's answer, and what to hold back of the client. */
    public void applied(String participantId, ClientMedia media, Restrictions restrictions, Instant now) {
        endpoint(participantId)
                .filter(endpoint -> media.equals(endpoint.link().pending()))
                .ifPresent(endpoint -> state.put(endpoint.applied(restrictions, now)));
    }

    /**
     * The bridge holds back this of a client.
     *
     * @param at where it was told
     */
    public void restricted(Placement at, String participantId, Restrictions restrictions) {
        boolean current =
                state.placement() != null && state.placement().conferenceId().equals(at.conferenceId());
        endpoint(participantId)
                .filter(endpoint -> current && endpoint.link().isApplied())
                .ifPresent(endpoint -> state.put(endpoint.restricted(restrictions)));
    }

    /** The bridge took the client's answer for wrong: asking again would not help. */
    public void refused(String participantId) {
        endpoint(participantId).ifPresent(endpoint -> state.put(endpoint.refused()));
    }

    /** A participant shows the others in this way from now on. */
    public void show(String participantId, View view) {
        endpoint(participantId)
                .filter(endpoint -> !endpoint.view().equals(view))
                .ifPresent(endpoint -> state.put(endpoint.showing(view)));
    }

    /** What a participant's bridge is to send to it. */
    public Reception reception(Endpoint endpoint) {
        return new Reception(!state.audioCall(), endpoint.view());
    }

    /** The endpoint or conference is gone from its bridge. */
    public void expired(Expiry expiry, Instant now) {
        state.forget(expiry);
        if (expiry.participantId() == null) {
            loseWhoStayedBehind(now);
        }
    }

    /** Until now these had media where the conference was before it moved. */
    private void loseWhoStayedBehind(Instant now) {
        state.endpoints().values().stream()
                .filter(endpoint -> endpoint.hadMediaBefore() && endpoint.isUnanswered())
                .toList()
                .forEach(endpoint -> events.lost(endpoint, now));
    }

    /** The bridge could not be told to expire; it is tried again, unless the bridge has given up the endpoint by itself meanwhile. */
    public void expiryFailed(Expiry expiry, Instant now) {
        state.forget(expiry);
        if (now.isBefore(expiry.until())) {
            state.add(expiry.retriedAt(now.plus(timing.retry().multipliedBy(5))));
        }
    }

    /** The bridge began or ceased to hear from an endpoint. */
    public void heard(String participantId, boolean active, Instant now) {
        Endpoint endpoint = state.endpoints().get(participantId);
        if (endpoint == null) {
            return;
        }
        Optional<EndpointState> next = endpoint.state().after(active ? Change.HEARD : Change.SILENT);
        next.ifPresent(changed -> {
            state.put(endpoint.in(changed));
            if (active) {
                events.connected(endpoint, now);
            } else {
                events.lost(endpoint, now);
            }
        });
    }

    /**
     * The bridge finds that a participant is the main speaker. That also means that it hears from it, except when endpoints are lost: of
     * those that it does not hear it names another one whenever the one before is given up.
     */
    public void dominantSpeaker(String participantId, Instant now) {
        if (!state.endpoints().containsKey(participantId) || participantId.equals(state.dominantSpeaker())) {
            return;
        }
        if (state.endpoints().values().stream().allMatch(Endpoint::isSound)) {
            heard(participantId, true, now);
        }
        state.dominantSpeaker(participantId);
        events.dominantSpeaker(participantId, now);
    }

    /** The network between the bridge and a participant became better or worse; nothing of it is stored. */
    public void quality(String participantId, ConnectionQuality quality, int downlinkKbps, Instant now) {
        endpoint(participantId).ifPresent(endpoint -> events.quality(endpoint, quality, downlinkKbps, now));
    }

    /** Tells those who wait, once. */
    public void announceWaiting(Instant now) {
        state.endpoints().values().stream()
                .filter(endpoint -> endpoint.waits() && !endpoint.announced())
                .toList()
                .forEach(endpoint -> {
                    state.put(endpoint.told());
                    events.waiting(endpoint, now);
                });
    }

    /** Does what time and earlier changes have made due without a bridge. Called before each save. */
    public void settle(Instant now) {
        for (Endpoint endpoint : List.copyOf(state.endpoints().values())) {
            if (endpoint.state() == EndpointState.ANSWERED && !now.isBefore(plan.connectedAt(endpoint))) {
                heard(endpoint.id(), true, now);
            }
        }
        renegotiation.offerWhatChanged(now);
    }

    /**
     * What a bridge must do next, to be carried out in this order and then saved together. Empty when there is nothing to do now, see
     * {@link #dueAt}.
     *
     * @param skipped participants for whom nothing more can be done now
     */
    public List<Step> nextSteps(Instant now, Set<String> skipped) {
        return plan.nextSteps(now, skipped);
    }

    /** When to look at the conference again though nothing was heard, empty when there is no need. */
    public Optional<Instant> dueAt(Instant now) {
        return plan.dueAt(now);
    }
}
