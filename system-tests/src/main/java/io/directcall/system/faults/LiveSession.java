package io.directcall.system.faults;

import io.directcall.contracts.session.SessionEvent;
import io.directcall.system.client.Answer;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.ApiClient.Outcome;
import io.directcall.system.client.EventSubscriber;
import io.directcall.system.client.Request;
import io.directcall.system.faults.Seat.Phase;
import io.directcall.system.faults.verify.Command;
import io.directcall.system.faults.verify.Execution;
import io.directcall.system.faults.verify.Execution.Result;
import io.directcall.system.faults.verify.Received;
import io.directcall.system.faults.verify.SessionTrace;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One session: who is in it as its users know, what they asked for and what their subscribers received. */
final class LiveSession {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Vertx vertx;
    private final ApiClient api;
    private final Random random;
    private final String id;
    private final List<Seat> seats;
    private final Recorder observer;
    private final List<Recorder> recorders = new ArrayList<>();
    private final List<Execution> executions = new ArrayList<>();
    private final List<Answer> internalErrors = new ArrayList<>();
    private final Consumer<LiveSession> onWarning;
    private int underWay;
    private boolean ended;
    private boolean dismissed;

    /**
     * Begins to observe it; nobody is in it yet.
     *
     * @param onWarning called when it tells its only participant that it will end
     */
    LiveSession(
            Vertx vertx, ApiClient api, Random random, String id, Cast.Seats cast, Consumer<LiveSession> onWarning) {
        this.vertx = vertx;
        this.api = api;
        this.random = random;
        this.id = id;
        this.seats = cast.seats();
        this.onWarning = onWarning;
        this.observer = new Recorder(null, 0, this::seen);
        subscribe(observer, cast.observersToken(), Long.toString(System.currentTimeMillis()));
    }

    String id() {
        return id;
    }

    List<Seat> seats(Phase phase) {
        return seats.stream().filter(seat -> seat.phase() == phase).toList();
    }

    List<Seat> free() {
        return seats.stream().filter(Seat::isFree).toList();
    }

    /** The moderator's, who is the first to join. */
    Seat anchor() {
        return seats.getFirst();
    }

    boolean hasEnded() {
        return ended;
    }

    boolean isIdle() {
        return underWay == 0;
    }

    /** Nothing more will come of it: it has ended, and all its streams know. */
    boolean isQuiet() {
        boolean isOver = ended || !wasTouched();
        return dismissed || (isOver && isIdle() && recorders.stream().allMatch(Recorder::isOver));
    }

    /** What its streams do, for people. */
    String streams() {
        return Stream.concat(Stream.of(observer), recorders.stream())
                .map(Recorder::state)
                .collect(Collectors.joining("; "));
    }

    /** Whether anything may have happened in it. */
    boolean wasTouched() {
        return executions.stream().anyMatch(execution -> execution.result() != Result.REFUSED);
    }

    /** Whether there were only commands without an answer, and no event came of them so far. */
    boolean isUnsure() {
        return wasTouched()
                && executions.stream().noneMatch(execution -> execution.result() == Result.ACCEPTED)
                && observer.received().deliveries().isEmpty();
    }

    /** The service does not know it: nothing ever came of its commands, and nothing needs to be waited for. */
    void dismiss() {
        dismissed = true;
        close();
    }

    boolean isDismissed() {
        return dismissed;
    }

    void join(Seat seat, String body) {
        seat.become(Phase.MOVING);
        Request request = Request.asCaller(HttpMethod.POST, path("/participants"), seat.callToken(), body);
        send(new Command.Join(seat.uid()), request).onSuccess(outcome -> joined(seat, outcome));
    }

    private void joined(Seat seat, Outcome outcome) {
        switch (resultOf(outcome)) {
            case REFUSED -> seat.become(Phase.OUT);
            case UNKNOWN -> seat.become(Phase.GONE);
            case ACCEPTED -> {
                String participantId = participantIn(outcome);
                var recorder = new Recorder(
                        participantId,
                        outcome.last().data().path("session").path("seq").asLong(),
                        event -> seenBy(seat, participantId, event));
                recorders.add(recorder);
                String cursor = outcome.last().data().path("cursor").asText();
                subscribe(recorder, seat.callToken(), cursor);
                seat.enter(participantId);
            }
        }
    }

    void leave(Seat seat) {
        seat.become(Phase.MOVING);
        Request request = Request.asCaller(HttpMethod.DELETE, of(seat), seat.callToken(), null);
        send(new Command.Leave(seat.participantId()), request)
                .onSuccess(outcome ->
                        seat.become(resultOf(outcome) == Result.ACCEPTED && !ended ? Phase.OUT : Phase.GONE));
    }

    void kick(Seat target) {
        Request request = Request.asCaller(HttpMethod.DELETE, of(target), anchor().callToken(), null);
        target.become(Phase.GONE);
        recordersOf(target).forEach(Recorder::kicked);
        act(anchor(), new Command.Kick(target.participantId()), request);
    }

    void update(Seat by, Seat target, Command.Change change, String body) {
        Request request = Request.asCaller(HttpMethod.PATCH, of(target), by.callToken(), body);
        act(by, new Command.Update(target.participantId(), by.participantId(), change), request);
    }

    void switchToVideo(Seat by) {
        Request request = Request.asCaller(HttpMethod.POST, path("/switch-to-video"), by.callToken(), null);
        act(by, new Command.SwitchToVideo(by.participantId()), request);
    }

    void keepAlive(Seat by) {
        Request request = Request.asCaller(HttpMethod.POST, path("/keep-alive"), by.callToken(), null);
        act(by, new Command.KeepAlive(by.participantId()), request);
    }

    void endAsModerator() {
        act(anchor(), new Command.End(), Request.asCaller(HttpMethod.DELETE, path(""), anchor().callToken(), null));
    }

    void endAsServer() {
        var unused = send(new Command.End(), Request.asServer(HttpMethod.DELETE, path(""), null));
    }

    void vanish(Seat seat) {
        seat.become(Phase.GONE);
        recordersOf(seat).forEach(Recorder::vanish);
    }

    private Stream<Recorder> recordersOf(Seat seat) {
        return recorders.stream().filter(recorder -> recorder.participantId().equals(seat.participantId()));
    }

    /** Those who may have left or not, because nobody answered, go without a word. */
    void dropUnsure() {
        Set<String> known = seats(Phase.IN).stream().map(Seat::participantId).collect(Collectors.toSet());
        recorders.stream()
                .filter(recorder -> !recorder.isOver() && !known.contains(recorder.participantId()))
                .forEach(Recorder::vanish);
    }

    /** Stops listening, whatever has come. */
    void close() {
        observer.close();
        recorders.forEach(Recorder::close);
    }

    SessionTrace trace() {
        List<Received> subscribers = recorders.stream().map(Recorder::received).toList();
        return new SessionTrace(
                id,
                List.copyOf(executions),
                observer.received(),
                subscribers,
                recorders.stream()
                        .filter(Recorder::hasVanished)
                        .map(Recorder::participantId)
                        .collect(Collectors.toSet()));
    }

    List<Execution> executions() {
        return executions;
    }

    List<Answer> internalErrors() {
        return internalErrors;
    }

    /** Streams that are open now. */
    long listening() {
        return Stream.concat(Stream.of(observer), recorders.stream())
                .filter(Recorder::isListening)
                .count();
    }

    int reconnects() {
        return observer.reconnects()
                + recorders.stream().mapToInt(Recorder::reconnects).sum();
    }

    int gaps() {
        return observer.gaps() + recorders.stream().mapToInt(Recorder::gaps).sum();
    }

    private void act(Seat by, Command command, Request request) {
        by.busy(true);
        send(command, request).onSuccess(outcome -> by.busy(false));
    }

    private Future<Outcome> send(Command command, Request request) {
        underWay++;
        String key = new UUID(random.nextLong(), random.nextLong()).toString();
        return api.insist(request.with("Idempotency-Key", key), PATIENCE).onSuccess(outcome -> done(command, outcome));
    }

    private void done(Command command, Outcome outcome) {
        underWay--;
        executions.add(new Execution(
                command,
                outcome.sentAt(),
                outcome.answeredAt(),
                resultOf(outcome),
                outcome.attempts(),
                command instanceof Command.Join && outcome.last().isAccepted() ? participantIn(outcome) : null));
        if (outcome.last().isInternalError()) {
            internalErrors.add(outcome.last());
        }
    }

    /** After an attempt without a definite answer, a refusal may be due to what that attempt did. */
    private static Result resultOf(Outcome outcome) {
        if (outcome.last().isAccepted()) {
            return Result.ACCEPTED;
        }
        return outcome.troubles() == 0 ? Result.REFUSED : Result.UNKNOWN;
    }

    private static String participantIn(Outcome joined) {
        return joined.last().data().path("participant").path("participantId").asText();
    }

    private void seen(SessionEvent event) {
        switch (event) {
            case SessionEvent.SessionEnded ignored -> ended = true;
            // By a join that was under way when it ended.
            case SessionEvent.SessionStarted ignored -> ended = false;
            case SessionEvent.IdleWarning ignored -> onWarning.accept(this);
            default -> {
                // What concerns one seat is told by its own stream.
            }
        }
    }

    /** Kicked, thrown out, or the end of the session. */
    private void seenBy(Seat seat, String participantId, SessionEvent event) {
        if (event instanceof SessionEvent.ParticipantLeft left
                && left.participantId().equals(participantId)
                && participantId.equals(seat.participantId())
                && seat.phase() == Phase.IN) {
            seat.become(Phase.GONE);
        }
    }

    private void subscribe(Recorder recorder, String callToken, String cursor) {
        var subscriber =
                EventSubscriber.of(vertx, api, random, id, recorder.participantId(), callToken, cursor, recorder);
        recorder.listenTo(recorder == observer ? subscriber.staying() : subscriber);
    }

    private String of(Seat seat) {
        return path("/participants/" + seat.participantId());
    }

    private String path(String rest) {
        return "/v3/sessions/" + id + rest;
    }
}
