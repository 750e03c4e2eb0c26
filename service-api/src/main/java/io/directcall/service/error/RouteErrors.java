package io.directcall.service.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Answers in the shape of errors from plain Vert.x routes, and for paths that nothing serves. */
@Singleton
public class RouteErrors {
    private static final Logger LOG = Logger.getLogger(RouteErrors.class);
    private static final List<Integer> REFUSED_BY_ROUTER = List.of(400, 404, 405, 406, 413, 415);

    private final ErrorAnswers answers;
    private final ObjectMapper json;

    /** Built by the container. */
    public RouteErrors(ErrorAnswers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    /** Nothing else answers these: no route (404) in an application without resources, or a path that cannot be decoded (400). */
    void register(@Observes Router router) {
        REFUSED_BY_ROUTER.forEach(status -> router.errorHandler(status, this::sendFailure));
        router.route().failureHandler(this::sendFailure);
    }

    private void sendFailure(RoutingContext context) {
        if (context.statusCode() >= 400 && context.statusCode() < 500) {
            send(context, new ApiException(HttpStatusCodes.codeFor(context.statusCode())));
        } else {
            send(context, context.failure());
        }
    }

    /** Ends the response with the error; what is no {@link ApiException} is logged and answered as 503 or 500. */
    public void send(RoutingContext context, Throwable failure) {
        if (failure instanceof ApiException refusal) {
            send(context, refusal);
        } else {
            send(context, new ApiException(Failures.log(LOG, failure)));
        }
    }

    private void send(RoutingContext context, ApiException refusal) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        refusal.retryAfter().ifPresent(seconds -> context.response().putHeader("retry-after", Long.toString(seconds)));
        context.response()
                .setStatusCode(refusal.code().status())
                .putHeader("content-type", "application/json")
                .end(bodyOf(refusal));
    }

    private String bodyOf(ApiException refusal) {
        try {
            return json.writeValueAsString(answers.body(refusal));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of strings could not be written", impossible);
        }
    }
}
