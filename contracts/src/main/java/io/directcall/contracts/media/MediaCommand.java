package io.directcall.contracts.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** What somebody asks of a session's media. Accepted by any replica of media-gateway, carried out by the one that owns the session. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaCommand.AnswerReceived.class, name = "AnswerReceived"),
    @JsonSubTypes.Type(value = MediaCommand.RestartRequested.class, name = "RestartRequested"),
    @JsonSubTypes.Type(value = MediaCommand.LayersReported.class, name = "LayersReported"),
    @JsonSubTypes.Type(value = MediaCommand.ViewChanged.class, name = "ViewChanged"),
    @JsonSubTypes.Type(value = MediaCommand.MoveRequested.class, name = "MoveRequested"),
})
public sealed interface MediaCommand {
    String sessionId();

    /** When a replica took it. */
    Instant at();

    /** What a client asks of its own media. */
    sealed interface OfParticipant extends MediaCommand {
        String participantId();
    }

    /**
     * The client's answer to the offer of the same revision.
     *
     * @param sdp at most 256 KiB, checked for form by the replica that took it
     */
    record AnswerReceived(String sessionId, String participantId, Instant at, int revision, String sdp)
            implements OfParticipant {}

    /** The client lost its media and wants a fresh endpoint and offer. */
    record RestartRequested(String sessionId, String participantId, Instant at) implements OfParticipant {}

    /**
     * The simulcast layers of the client's camera. A browser chooses their SSRCs when it begins to send, so its answer can't name them.
     *
     * @param generation of the offer to whose connection they belong
     * @param layers the smallest picture first, at most three; the list replaces the one before
     */
    record LayersReported(
            String sessionId, String participantId, Instant at, int generation, List<SimulcastLayer> layers)
            implements OfParticipant {
        public LayersReported {
            layers = List.copyOf(layers);
        }
    }

    /** The client shows the others in another way than before. The newest counts. */
    record ViewChanged(String sessionId, String participantId, Instant at, View view) implements OfParticipant {}

    /**
     * An operator wants the conference on another bridge.
     *
     * @param bridge id of the bridge that it goes to; null for the one that selection finds best
     */
    record MoveRequested(String sessionId, Instant at, String bridge) implements MediaCommand {}
}
