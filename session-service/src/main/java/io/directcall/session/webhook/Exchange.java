package io.directcall.session.webhook;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** One request and the head of its answer. What follows the head is read, so that the connection can be used again, and dropped. */
final class Exchange {
    /** How long an answer's body may take before the connection is given up. */
    private static final long BODY_MILLIS = 2_000;

    private final UniEmitter<? super Attempt> emitter;
    private final String body;
    private final InstantSource clock;
    private final Vertx vertx;
    private HttpClientRequest request;
    private boolean answered;
    private boolean ended;

    Exchange(UniEmitter<? super Attempt> emitter, String body, InstantSource clock, Vertx vertx) {
        this.emitter = emitter;
        this.body = body;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** There is a connection. When that took too long, nothing is sent any more: the delivery is somebody else's by now. */
    synchronized void opened(HttpClientRequest opened) {
        request = opened;
        if (ended) {
            opened.reset();
            return;
        }
        opened.exceptionHandler(emitter::fail);
        opened.response().onSuccess(this::answered).onFailure(emitter::fail);
        opened.end(body);
    }

    private void answered(HttpClientResponse response) {
        synchronized (this) {
            answered = true;
        }
        long timer = vertx.setTimer(BODY_MILLIS, ignored -> response.request().reset());
        response.exceptionHandler(ignored -> vertx.cancelTimer(timer));
        response.endHandler(ignored -> vertx.cancelTimer(timer));
        emitter.complete(Attempt.answered(response.statusCode(), retryAfter(response.getHeader("retry-after"))));
    }

    /** The attempt is over: by its answer, by a failure or by the time-out. */
    synchronized void end() {
        ended = true;
        if (request != null && !answered) {
            request.reset();
        }
    }

    /** Seconds or a date of HTTP; zero when there is none or it can't be read. */
    private Duration retryAfter(String header) {
        if (header == null) {
            return Duration.ZERO;
        }
        String text = header.trim();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.instant(), date);
        } catch (DateTimeParseException notADate) {
            return Duration.ZERO;
        }
    }
}
