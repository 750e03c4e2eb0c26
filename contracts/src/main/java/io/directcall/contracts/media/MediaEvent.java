package io.directcall.contracts.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** Something that happened to the media of a session. {@code seq} counts from 1 without gaps per session id. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaEvent.OfferReady.class, name = "OfferReady"),
    @JsonSubTypes.Type(value = MediaEvent.MediaWaiting.class, name = "MediaWaiting"),
    @JsonSubTypes.Type(value = MediaEvent.EndpointConnected.class, name = "EndpointConnected"),
    @JsonSubTypes.Type(value = MediaEvent.EndpointLost.class, name = "EndpointLost"),
    @JsonSubTypes.Type(value = MediaEvent.DominantSpeakerChanged.class, name = "DominantSpeakerChanged"),
    @JsonSubTypes.Type(value = MediaEvent.ConnectionQualityChanged.class, name = "ConnectionQualityChanged"),
    @JsonSubTypes.Type(value = MediaEvent.ConferenceMoved.class, name = "ConferenceMoved"),
})
public sealed interface MediaEvent {
    String sessionId();

    long seq();

    /** When it was decided, by the clock of media-gateway. */
    Instant at();

    /** Events for one participant alone: nobody else receives them. */
    sealed interface Addressed extends MediaEvent {
        String participantId();

        /** The participant's user: whoever forwards the event compares it with the token of the stream. */
        String uid();
    }

    /**
     * An SDP offer for one participant. The first three m-lines are the participant's own: mid 0 microphone, mid 1 camera, mid 2 screen;
     * a viewer has none of them. The others carry {@code tracks}.
     *
     * @param generation counts the participant's endpoints on bridges: when it is higher than the one before, the client starts a new
     *     peer connection
     * @param revision counts the offers of a participant over all generations; an answer names the one it answers
     * @param sdp the offer
     * @param tracks who is on which m-line; m-lines without an entry carry nothing now
     */
    record OfferReady(
            String sessionId,
            long seq,
            Instant at,
            String participantId,
            String uid,
            int generation,
            int revision,
            String sdp,
            List<RemoteTrack> tracks)
            implements Addressed {}

    /** No bridge can take the participant now. An {@link OfferReady} follows when one can. */
    record MediaWaiting(String sessionId, long seq, Instant at, String participantId, String uid)
            implements Addressed {}

    /** The bridge hears from the participant's endpoint. */
    record EndpointConnected(String sessionId, long seq, Instant at, String participantId) implements MediaEvent {}

    /** The bridge does not hear from the participant's endpoint any more. */
    record EndpointLost(String sessionId, long seq, Instant at, String participantId) implements MediaEvent {}

    /** Another participant is the main speaker. */
    record DominantSpeakerChanged(String sessionId, long seq, Instant at, String participantId) implements MediaEvent {}

    /**
     * The network between the bridge and a participant became better or worse.
     *
     * @param downlinkKbps what the bridge estimates to get through to the participant, in kbit/s
     */
    record ConnectionQualityChanged(
            String sessionId, long seq, Instant at, String participantId, ConnectionQuality quality, int downlinkKbps)
            implements MediaEvent {}

    /** The conference goes to another bridge: an {@link OfferReady} of the next generation follows for each participant. */
    record ConferenceMoved(String sessionId, long seq, Instant at, MoveReason reason) implements MediaEvent {}
}
