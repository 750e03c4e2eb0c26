package io.directcall.media.bridge.channel;

import io.directcall.media.conference.Reception;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;

/**
 * The websocket of one endpoint. Opens at once, opens again with growing pauses when it breaks, until {@link #close}. Tells the bridge
 * what the endpoint wants to see: the newest of what was wanted, four times a second at most, and again on each new socket. Instances
 * are single-use.
 */
final class BridgeChannel {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final long CONNECT_TIMEOUT_MILLIS = 3_000;
    private static final long REST_MILLIS = 250;

    /** What a channel tells its owner. */
    interface Listener {
        void received(String message);

        /** The socket broke; another attempt follows. */
        void broken();

        /** The bridge does not know the endpoint or its conference. Another attempt follows, in case it was a mistake. */
        void refused(int status);
    }

    private final Vertx vertx;
    private final WebSocketClient client;
    private final String url;
    private final Listener listener;
    private Reception wanted;
    /** What the bridge was told on this socket, null before. */
    private Reception told;

    private boolean resting;
    private WebSocket socket;
    private Duration pause = FIRST_PAUSE;
    private long timer = -1;
    private boolean closed;

    BridgeChannel(Vertx vertx, WebSocketClient client, String url, Reception wanted, Listener listener) {
        this.vertx = vertx;
        this.client = client;
        this.url = url;
        this.wanted = wanted;
        this.listener = listener;
    }

    String url() {
        return url;
    }

    /** From now on the endpoint wants to see this. */
    synchronized void want(Reception reception) {
        wanted = reception;
        tell();
    }

    /** After each message it rests for a while; what is wanted by then counts. */
    private synchronized void tell() {
        if (socket == null || resting || wanted.equals(told)) {
            return;
        }
        socket.writeTextMessage(ChannelMessages.write(ReceiverConstraints.of(wanted)));
        told = wanted;
        resting = true;
        vertx.setTimer(REST_MILLIS, tick -> {
            rested();
            tell();
        });
    }

    private synchronized void rested() {
        resting = false;
    }

    synchronized void open() {
        if (closed) {
            return;
        }
        var options = new WebSocketConnectOptions().setAbsoluteURI(url).setTimeout(CONNECT_TIMEOUT_MILLIS);
        client.connect(options).onSuccess(this::opened).onFailure(this::failed);
    }

    private synchronized void opened(WebSocket opened) {
        if (closed) {
            opened.close();
            return;
        }
        socket = opened;
        pause = FIRST_PAUSE;
        opened.textMessageHandler(listener::received);
        opened.exceptionHandler(failure -> {
            // The close handler follows and does what is to be done.
        });
        opened.closeHandler(end -> broken());
        opened.writeTextMessage(ChannelMessages.HELLO);
        tell();
    }

    private void broken() {
        boolean again;
        synchronized (this) {
            socket = null;
            told = null;
            again = !closed;
            openLater();
        }
        if (again) {
            listener.broken();
        }
    }

    private void failed(Throwable failure) {
        boolean again;
        synchronized (this) {
            again = !closed;
            openLater();
        }
        if (again && failure instanceof UpgradeRejectedException rejected) {
            listener.refused(rejected.getStatus());
        } else if (again) {
            listener.broken();
        }
    }

    private synchronized void openLater() {
        if (closed) {
            return;
        }
        timer = vertx.setTimer(pause.toMillis(), tick -> open());
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    synchronized void close() {
        closed = true;
        vertx.cancelTimer(timer);
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
