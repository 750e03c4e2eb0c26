package io.directcall.suite.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.error.ErrorBody;
import io.directcall.contracts.error.ErrorCode;
import io.vertx.core.buffer.Buffer;

/** The edge's own error answers, in the shape that all services use. */
final class Errors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "edge";

    private Errors() {}

    static Buffer body(ErrorCode code, String devMessage) {
        ErrorBody body = new ErrorBody(new ErrorBody.Detail(code.name(), code.message(), devMessage, SOURCE));
        try {
            return Buffer.buffer(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
