package io.directcall.bridge.http;

import io.directcall.bridge.conference.ChannelDialogue;
import io.directcall.bridge.conference.Endpoint;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.ServerWebSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The private HTTP port. Requests are read on the event loop and answered on the control thread. */
public final class HttpApi {
    private static final System.Logger LOG = System.getLogger(HttpApi.class.getName());
    private static final int PING_MILLIS = 15_000;
    private static final int SILENCE_SECONDS = 60;
    private static final int LARGEST_MESSAGE = 64 * 1024;

    private final Vertx vertx;
    private final Executor control;
    private final Colibri2Resource colibri;
    private final OperatorResource operators;
    private final FaultResource faults;
    private final ChannelGate gate;
    private final HttpServer server;

    HttpApi(
            Vertx vertx,
            Executor control,
            Colibri2Resource colibri,
            OperatorResource operators,
            FaultResource faults,
            ChannelGate gate,
            String host,
            int port) {
        this.vertx = vertx;
        this.control = control;
        this.colibri = colibri;
        this.operators = operators;
        this.faults = faults;
        this.gate = gate;
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost(host)
                        .setPort(port)
                        .setReadIdleTimeout(SILENCE_SECONDS)
                        .setMaxWebSocketMessageSize(LARGEST_MESSAGE)
                        .setMaxWebSocketFrameSize(LARGEST_MESSAGE))
                .requestHandler(this::handle);
    }

    /** Begins to listen; the future gives the port. */
    public Future<Integer> listen() {
        return server.listen().map(HttpServer::actualPort);
    }

    public Future<Void> close() {
        return server.close();
    }

    private void handle(HttpServerRequest request) {
        Optional<List<String>> path = segments(request.path());
        if (path.isEmpty()) {
            write(request.response(), Answer.empty(400));
        } else if (faults.swallows(path.get())) {
            LOG.log(System.Logger.Level.INFO, "hanging on {0} {1}", request.method(), request.path());
        } else if (path.get().get(0).equals(ChannelGate.PREFIX)) {
            upgrade(request, path.get());
        } else {
            BodyReader.read(request)
                    .onSuccess(body -> answer(request, path.get(), body))
                    .onFailure(e ->
                            write(request.response(), Answer.empty(e instanceof BodyReader.TooLarge ? 413 : 400)));
        }
    }

    private static Optional<List<String>> segments(String path) {
        try {
            return Optional.of(Stream.of(path.substring(1).split("/", -1))
                    .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
    }

    private void answer(HttpServerRequest request, List<String> path, String body) {
        Call call = new Call(
                request.method().name(),
                path,
                header(request, HttpHeaders.CONTENT_TYPE),
                header(request, HttpHeaders.ACCEPT),
                body);
        CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> route(call), control);
        Future.fromCompletionStage(answer, vertx.getOrCreateContext())
                .onSuccess(found -> write(request.response(), found))
                .onFailure(e -> {
                    LOG.log(System.Logger.Level.ERROR, "request failed: " + request.method() + " " + path, e);
                    write(request.response(), Answer.empty(500));
                });
    }

    private static String header(HttpServerRequest request, CharSequence name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }

    private Answer route(Call call) {
        if (Colibri2Resource.serves(call)) {
            return colibri.answer(call);
        }
        return operators.answer(call).or(() -> faults.answer(call)).orElseGet(() -> Answer.empty(404));
    }

    private static void write(HttpServerResponse response, Answer answer) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        if (!answer.contentType().isEmpty()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType());
        }
        response.end(answer.body())
                .onFailure(e -> LOG.log(System.Logger.Level.DEBUG, "answer was not sent: {0}", e.getMessage()));
    }

    private void upgrade(HttpServerRequest request, List<String> path) {
        ChannelGate.Decision decision = gate.decide(path, request.query());
        if (decision.endpoint().isEmpty()) {
            write(request.response(), Answer.empty(decision.status()));
            return;
        }
        Endpoint endpoint = decision.endpoint().get();
        request.toWebSocket()
                .onSuccess(socket -> attach(endpoint, socket))
                .onFailure(e -> LOG.log(System.Logger.Level.DEBUG, "no websocket: {0}", e.getMessage()));
    }

    private void attach(Endpoint endpoint, ServerWebSocket socket) {
        VertxChannelSocket channel = new VertxChannelSocket(socket);
        long pings = vertx.setPeriodic(PING_MILLIS, timer -> ping(socket));
        socket.textMessageHandler(text -> control.execute(() -> ChannelDialogue.received(endpoint, text)));
        socket.closeHandler(closed -> {
            vertx.cancelTimer(pings);
            control.execute(() -> ChannelDialogue.closed(endpoint, channel));
        });
        socket.exceptionHandler(e -> LOG.log(System.Logger.Level.DEBUG, "channel socket failed: {0}", e.getMessage()));
        control.execute(() -> ChannelDialogue.opened(endpoint, channel));
    }

    private static void ping(ServerWebSocket socket) {
        socket.writePing(Buffer.buffer("bridge"))
                .onFailure(e -> LOG.log(System.Logger.Level.DEBUG, "ping was not sent: {0}", e.getMessage()));
    }
}
