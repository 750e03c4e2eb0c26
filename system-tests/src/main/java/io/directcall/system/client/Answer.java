package io.directcall.system.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an attempt at a request got.
 *
 * @param status of HTTP; 0 when no answer arrived
 * @param body what was answered, a missing node when it was nothing that can be read
 */
public record Answer(int status, JsonNode body) {
    private static final int NONE = 0;
    private static final int INTERNAL = 500;

    /** No answer arrived, or not in time. */
    static Answer none() {
        return new Answer(NONE, Json.MISSING);
    }

    /** It was done. */
    public boolean isAccepted() {
        return status >= 200 && status < 300;
    }

    /** Whether it was done is open, and asking again may help: no answer, a part is away, or others were faster too often. */
    public boolean isTrouble() {
        return status == NONE || status >= INTERNAL || "ERR_CALL_CONFLICT".equals(code());
    }

    /** The service has an error that it has no name for. */
    public boolean isInternalError() {
        return status == INTERNAL;
    }

    /** The error's name, empty when there is none. */
    public String code() {
        return body.path("error").path("code").asText();
    }

    /** What was asked for. */
    public JsonNode data() {
        return body.path("data");
    }
}
