package io.directcall.bridge.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;

/** Collects a request's body, up to a limit. */
final class BodyReader {
    private static final int LARGEST = 1 << 20;

    private BodyReader() {}

    /** The body was too large. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static Future<String> read(HttpServerRequest request) {
        Promise<String> body = Promise.promise();
        Buffer collected = Buffer.buffer();
        request.handler(part -> {
            if (collected.length() + part.length() <= LARGEST) {
                collected.appendBuffer(part);
            } else {
                body.tryFail(new TooLarge());
            }
        });
        request.exceptionHandler(body::tryFail);
        request.endHandler(end -> body.tryComplete(collected.toString(StandardCharsets.UTF_8)));
        return body.future();
    }
}
