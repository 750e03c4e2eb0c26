package io.directcall.media.signalling;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A client's answer.
 *
 * @param revision of the offer that it answers
 * @param sdp the answer
 */
public record AnswerRequest(
        @NotNull @Min(1) Integer revision, @NotBlank String sdp) {}
