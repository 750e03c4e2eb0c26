package io.directcall.service.http;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.service.error.RouteErrors;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses a request that announces a body over the limit before anything of it is read. */
@Singleton
public class BodyLimit {
    /** Most bytes of a body. {@code quarkus.rest.input-buffer-size} is the same, so that bodies up to it are read without a worker thread. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Up to here the rest is read and thrown away, so that the client has sent its body and reads the answer; beyond, we hang up. */
    private static final long MAX_DRAINED = 8L * 1024 * 1024;

    /** After CORS (300), so that a browser may read the refusal; before Quarkus' own limit, whose answer has no body. */
    private static final int AFTER_CORS = 250;

    private final RouteErrors errors;

    /** Built by the container. */
    public BodyLimit(RouteErrors errors) {
        this.errors = errors;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_CORS);
    }

    private void check(RoutingContext context) {
        long announced = announced(context.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (announced <= MAX_BYTES) {
            context.next();
            return;
        }
        refuse(context, errors, new ApiException(ErrorCode.ERR_BODY_TOO_LARGE));
    }

    /** Answers with an error a request whose body nobody has read. */
    public static void refuse(RoutingContext context, RouteErrors errors, ApiException refusal) {
        if (announced(context.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > MAX_DRAINED) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            context.response().endHandler(done -> context.request().connection().close());
        }
        context.request().resume();
        errors.send(context, refusal);
    }

    private static long announced(String contentLength) {
        try {
            return contentLength == null ? 0 : Long.parseLong(contentLength.trim());
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }
}
