package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.media.View;
import io.directcall.media.conference.EndpointState.Change;
import io.directcall.media.sdp.Layer;
import io.directcall.media.sdp.MediaProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A participant's place in the conference. Immutable: each change gives another one.
 *
 * @param generation counts the endpoints that the participant had on bridges
 * @param announced the participant was told that its media waits
 * @param restartedAt time of the newest restart that was asked for, null before the first
 * @param publishing what the session says of the participant's own media
 * @param view how the participant shows the others
 */
public record Endpoint(
        Who who,
        EndpointState state,
        int generation,
        Negotiation negotiation,
        Link link,
        boolean announced,
        Instant restartedAt,
        Publishing publishing,
        View view) {

    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(60);

    /** Whose endpoint it is. */
    public record Who(String participantId, String uid, boolean viewer) {}

    static Endpoint joined(Who who, Publishing publishing, MediaProfile profile) {
        return new Endpoint(
                who,
                EndpointState.WAITING,
                0,
                Negotiation.fresh(who.viewer(), profile),
                Link.NONE,
                false,
                null,
                publishing,
                View.DEFAULT);
    }

    /** The participant, which is also the endpoint's id on the bridge. */
    public String id() {
        return who.participantId();
    }

    /** Whether a bridge has it. */
    public boolean isAllocated() {
        return link.allocation() != null;
    }

    boolean waits() {
        return state == EndpointState.WAITING;
    }

    /** Whether its client is still to connect to the newest endpoint. */
    boolean isUnanswered() {
        return state == EndpointState.WAITING || state == EndpointState.OFFERED;
    }

    /** Whether its client has answered for an endpoint before. */
    boolean hadMediaBefore() {
        return link.applied() != null;
    }

    /** Neither lost nor to be connected again. */
    boolean isSound() {
        return state != EndpointState.LOST && !(hadMediaBefore() && isUnanswered());
    }

    /** What the others should carry of this participant. */
    List<Source> sources() {
        return link.applied() == null
                ? List.of()
                : publishing.offered(link.applied().sources());
    }

    /** SSRCs that are taken by this participant. */
    Stream<Long> ssrcs() {
        Stream<Long> media = Stream.of(link.applied(), link.pending())
                .filter(told -> told != null)
                .flatMap(told -> told.sources().stream())
                .flatMap(source -> source.ssrcs().stream());
        return Stream.concat(media, Layer.ssrcs(link.layers()));
    }

    /**
     * Whether its bridge may have dropped it. Bridges drop only what is silent for longer than this: a channel that is refused earlier
     * has another reason, which a new endpoint would not cure.
     */
    boolean mayBeDropped(String channelUrl, Instant now) {
        boolean silent = state == EndpointState.OFFERED || state == EndpointState.LOST;
        return silent
                && channelUrl.equals(link.allocation().channelUrl())
                && now.isAfter(negotiation.offeredAt().plus(SHORTEST_SILENCE));
    }

    Endpoint allocated(Allocation allocation) {
        return new Endpoint(
                who,
                require(Change.ALLOCATED),
                generation + 1,
                negotiation.onNewPeerConnection(),
                link.allocated(allocation),
                false,
                restartedAt,
                publishing,
                view);
    }

    Endpoint offered(Slots slots, Instant now) {
        return with(state, negotiation.offered(slots, now), link);
    }

    /** The first answer for an endpoint always goes to the bridge; later ones only when they say something new. */
    Endpoint answered(ClientMedia media) {
        boolean news = state == EndpointState.OFFERED || !media.equals(link.applied());
        EndpointState next = state.after(Change.ANSWERED).orElse(state);
        Link known = link.layered(layersAfter(media));
        return with(next, negotiation.withAnswer(), news ? known.answered(media) : known);
    }

    /** They stay when a later answer of the same peer connection does not name them. */
    private List<Layer> layersAfter(ClientMedia media) {
        boolean layered = negotiation.slots().isLayered(TrackKind.CAMERA);
        return layered ? media.camera().orElse(link.layers()) : List.of();
    }

    /** Takes the layers of its camera, which the client reports beside its answer. Once it has answered, the bridge is told anew. */
    Endpoint layered(List<Layer> layers) {
        Link known = link.layered(layers);
        Link told = link.newest()
                .map(media -> known.answered(media.withCamera(id(), layers)))
                .orElse(known);
        return with(state, negotiation, told);
    }

    Endpoint applied(Restrictions restrictions, Instant now) {
        return with(state, negotiation, link.withApplied(restrictions, now));
    }

    Endpoint restricted(Restrictions restrictions) {
        return with(state, negotiation, link.restricted(restrictions));
    }

    Endpoint refused() {
        return with(state, negotiation, link.withoutPending());
    }

    Endpoint in(EndpointState next) {
        return with(next, negotiation, link);
    }

    Endpoint told() {
        return new Endpoint(who, state, generation, negotiation, link, true, restartedAt, publishing, view);
    }

    /** Without an endpoint on a bridge, waiting for the next. */
    Endpoint reset() {
        return new Endpoint(
                who,
                EndpointState.WAITING,
                generation,
                negotiation.onNewPeerConnection(),
                link.withoutEndpoint(),
                false,
                restartedAt,
                publishing,
                view);
    }

    Endpoint restarted(Instant at) {
        return new Endpoint(who, state, generation, negotiation, link, announced, at, publishing, view);
    }

    Endpoint publishing(Publishing next) {
        return new Endpoint(who, state, generation, negotiation, link, announced, restartedAt, next, view);
    }

    Endpoint showing(View next) {
        return new Endpoint(who, state, generation, negotiation, link, announced, restartedAt, publishing, next);
    }

    private EndpointState require(Change change) {
        return state.after(change)
                .orElseThrow(
                        () -> new IllegalStateException("endpoint " + id() + " is " + state + ", not for " + change));
    }

    private Endpoint with(EndpointState nextState, Negotiation nextNegotiation, Link nextLink) {
        return new Endpoint(
                who, nextState, generation, nextNegotiation, nextLink, announced, restartedAt, publishing, view);
    }
}
