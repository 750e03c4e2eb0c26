package io.directcall.system.client;

import io.directcall.system.client.SseParser.Event;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Keeps an event stream open as the SDK does: resumes after the last event that it took, with growing random pauses, until the server
 * ends it for good or {@link #close} is called. To be used on the event loop of its client.
 */
public final class EventSubscriber {
    /** The server's heartbeat comes every 15 s. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private static final int NO_CONTENT = 204;
    private static final int OK = 200;

    private final Vertx vertx;
    private final ApiClient api;
    private final Random random;
    private final Request first;
    private final String pathToResume;
    private final Consumer<Event> listener;

    private Consumer<Duration> onBack = waited -> {};
    private Connection connection;
    private Duration told;
    private long lostAt;
    private String lastEventId;
    private int failures;
    private int opened;
    private boolean over;
    private boolean refused;
    private boolean staying;
    private String state = "was never opened";
    private Instant heardAt = Instant.EPOCH;

    /**
     * @param first opens the stream at the cursor
     * @param pathToResume the same path without the cursor
     * @param listener gets each event in turn
     */
    public EventSubscriber(
            Vertx vertx, ApiClient api, Random random, Request first, String pathToResume, Consumer<Event> listener) {
        this.vertx = vertx;
        this.api = api;
        this.random = random;
        this.first = first;
        this.pathToResume = pathToResume;
        this.listener = listener;
    }

    /** Of a participant, from its join on; of an observer when the participant's id is null. */
    public static EventSubscriber of(
            Vertx vertx,
            ApiClient api,
            Random random,
            String sessionId,
            String participantId,
            String callToken,
            String cursor,
            Consumer<Event> listener) {
        String path = "/v3/sessions/" + sessionId + "/events?"
                + (participantId == null ? "" : "participantId=" + participantId + "&");
        Request request = Request.asCaller(HttpMethod.GET, path + "cursor=" + cursor, callToken, null)
                .with("accept", "text/event-stream");
        return new EventSubscriber(vertx, api, random, request, path, listener);
    }

    /** Goes on after the end of a session, in case that it is started again; for observers. */
    public EventSubscriber staying() {
        staying = true;
        return this;
    }

    /** Tells each time how long it was without a stream before one was open again. */
    public EventSubscriber whenBack(Consumer<Duration> listens) {
        onBack = listens;
        return this;
    }

    /** True while a stream is open. */
    public boolean isOpen() {
        return connection != null;
    }

    /** Opens it. */
    public void open() {
        if (over) {
            return;
        }
        Request request = lastEventId == null
                ? first
                : new Request(first.method(), pathToResume, first.headers(), null).with("Last-Event-ID", lastEventId);
        state = "waits for the answer to its " + (failures + opened + 1) + ". opening, sent " + Instant.now();
        api.open(request).onSuccess(this::answered).onFailure(failure -> {
            state = "could not be opened: " + failure;
            lost();
        });
    }

    /** Goes without a word. */
    public void close() {
        over = true;
        if (connection != null) {
            connection.cut();
        }
    }

    /** True when nothing more will come. */
    public boolean isOver() {
        return over;
    }

    /** True when the server would not open it, for a reason that stays. */
    public boolean isRefused() {
        return refused;
    }

    /** What it does, for people who wonder why nothing comes. */
    public String state() {
        return (over ? "over: " : "") + state + ", last heard " + heardAt + ", last event id " + lastEventId;
    }

    /** How often it was opened anew after it had been open. */
    public int reconnects() {
        return Math.max(0, opened - 1);
    }

    private void answered(HttpClientResponse response) {
        if (over) {
            cut(response);
        } else if (response.statusCode() == OK) {
            if (opened++ > 0) {
                onBack.accept(Duration.ofNanos(System.nanoTime() - lostAt));
            }
            state = "is open since " + Instant.now();
            connection = new Connection(response);
        } else {
            state = "was answered " + response.statusCode() + " at " + Instant.now();
            refused = isFinal(response.statusCode());
            over = response.statusCode() == NO_CONTENT || refused;
            lost();
        }
    }

    private static boolean isFinal(int status) {
        return status >= 400 && status < 500 && status != 408 && status != 429;
    }

    private void lost() {
        connection = null;
        if (!over) {
            failures++;
            vertx.setTimer(pauseMillis(), timer -> open());
        }
    }

    /** A server that stops says when to come back, so that not all do at the same moment. */
    private long pauseMillis() {
        Duration pause = told;
        told = null;
        return pause == null ? ApiClient.pauseMillis(random, failures) : Math.max(1, pause.toMillis());
    }

    private void take(Event event, Optional<Duration> retry) {
        failures = 0;
        if (event.id() != null) {
            lastEventId = staying ? event.id().replace("-end", "") : event.id();
        }
        if (event.type().equals("end")) {
            over |= isFinal(event.data()) && !staying;
            told = retry.orElse(null);
        } else if (!event.type().isEmpty()) {
            listener.accept(event);
        }
    }

    /** A replica that stops ends its streams too: another one goes on. */
    private static boolean isFinal(String end) {
        return end.contains("participant-left") || end.contains("session-ended");
    }

    private static void cut(HttpClientResponse response) {
        response.request().connection().close();
    }

    /** One open connection. */
    private final class Connection {
        private final HttpClientResponse response;
        private final SseParser parser = new SseParser(this::take);
        private long watchdog;
        private boolean ended;

        Connection(HttpClientResponse response) {
            this.response = response;
            watch();
            response.handler(this::piece);
            response.exceptionHandler(broken -> end());
            response.endHandler(closed -> end());
        }

        private void take(Event event) {
            if (!over) {
                EventSubscriber.this.take(event, parser.retry());
            }
        }

        private void piece(Buffer piece) {
            vertx.cancelTimer(watchdog);
            watch();
            heardAt = Instant.now();
            parser.feed(piece.getBytes());
        }

        private void watch() {
            watchdog = vertx.setTimer(SILENCE.toMillis(), silent -> cut());
        }

        void cut() {
            EventSubscriber.cut(response);
            end();
        }

        private void end() {
            if (!ended) {
                ended = true;
                lostAt = System.nanoTime();
                vertx.cancelTimer(watchdog);
                state = "closed at " + Instant.now();
                lost();
            }
        }
    }
}
