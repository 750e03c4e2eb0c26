package io.directcall.session.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Lets a client that has nothing to say join with no body at all: without a content type it would be refused with 415. */
@Singleton
class EmptyBodies {
    /** Any time before the resource is looked for. */
    private static final int PRIORITY = 100;

    void register(@Observes Filters filters) {
        filters.register(EmptyBodies::callItJson, PRIORITY);
    }

    private static void callItJson(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.headers().contains(HttpHeaders.CONTENT_TYPE) && isEmpty(request)) {
            request.headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        context.next();
    }

    private static boolean isEmpty(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return !request.headers().contains(HttpHeaders.TRANSFER_ENCODING) && (length == null || length.equals("0"));
    }
}
