package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.events.fanout.StartFrom;
import io.directcall.service.error.ApiException;
import io.directcall.service.error.RouteErrors;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * What all routes of streams have in common. They are plain Vert.x routes: an open stream costs half the memory that it would cost as a
 * stream of quarkus-rest.
 */
@Singleton
public class StreamRoutes {
    private static final int NO_CONTENT = 204;

    private final RouteErrors errors;
    private final StreamOpener opener;

    /** Built by the container. */
    public StreamRoutes(RouteErrors errors, StreamOpener opener) {
        this.errors = errors;
        this.opener = opener;
    }

    /** Serves a path, which takes no other method than GET. */
    void register(Router router, String path, Handler<RoutingContext> handler) {
        router.get(path).handler(handler);
        router.route(path).handler(context -> refuse(context, new ApiException(ErrorCode.ERR_METHOD_NOT_ALLOWED)));
    }

    /** Answers a request with the stream that the function makes of the wanted start. To be called on the request's event loop. */
    void answer(RoutingContext context, StreamStart.Defaults defaults, Function<StartFrom, NewStream> stream) {
        try {
            HttpServerRequest request = context.request();
            requireEventStreamAccepted(request.getHeader("accept"));
            StreamStart start = StreamStart.parse(request::getParam, request.getHeader("last-event-id"), defaults);
            NewStream wanted = stream.apply(start.from());
            if (start.over()) {
                context.response().setStatusCode(NO_CONTENT).end();
            } else {
                opener.open(request, wanted).onFailure(refused -> refuse(context, refused));
            }
        } catch (ApiException refused) {
            refuse(context, refused);
        }
    }

    /** Answers a request with an error. */
    void refuse(RoutingContext context, Throwable failure) {
        errors.send(context, failure);
    }

    private static void requireEventStreamAccepted(String accept) {
        if (accept != null
                && !accept.contains("text/event-stream")
                && !accept.contains("text/*")
                && !accept.contains("*/*")) {
            throw new ApiException(ErrorCode.ERR_NOT_ACCEPTABLE, "The answer is text/event-stream. Accept it.");
        }
    }
}
