package io.directcall.media.bridge.channel;

import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;

/**
 * The websocket of one endpoint. Opens at once, opens again with growing pauses when it breaks, until {@link #close}. Instances are
 * single-use.
 */
final class BridgeChannel {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final long CONNECT_TIMEOUT_MILLIS = 3_000;

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
    private WebSocket socket;
    private Duration pause = FIRST_PAUSE;
    private long timer = -1;
    private boolean closed;

    BridgeChannel(Vertx vertx, WebSocketClient client, String url, Listener listener) {
        this.vertx = vertx;
        this.client = client;
        this.url = url;
        this.listener = listener;
    }

    String url() {
        return url;
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
        ChannelMessages.GREETING.forEach(opened::writeTextMessage);
    }

    private void broken() {
        boolean again;
        synchronized (this) {
            socket = null;
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
