package io.directcall.contracts.media;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What a client asks of its media. Accepted by any replica of media-gateway, carried out by the one that owns the session. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaCommand.AnswerReceived.class, name = "AnswerReceived"),
    @JsonSubTypes.Type(value = MediaCommand.RestartRequested.class, name = "RestartRequested"),
})
public sealed interface MediaCommand {
    String sessionId();

    String participantId();

    Instant at();

    /**
     * The client's answer to the offer of the same revision.
     *
     * @param sdp at most 256 KiB, checked for form by the replica that took it
     */
    record AnswerReceived(String sessionId, String participantId, Instant at, int revision, String sdp)
            implements MediaCommand {}

    /** The client lost its media and wants a fresh endpoint and offer. */
    record RestartRequested(String sessionId, String participantId, Instant at) implements MediaCommand {}
}
