package io.directcall.bridge.http;

import io.directcall.bridge.channel.ChannelSocket;
import io.vertx.core.http.ServerWebSocket;

/** A channel over a websocket of Vert.x. */
final class VertxChannelSocket implements ChannelSocket {
    private static final System.Logger LOG = System.getLogger(VertxChannelSocket.class.getName());
    private static final int TRY_AGAIN_LATER = 1013;

    private final ServerWebSocket socket;

    VertxChannelSocket(ServerWebSocket socket) {
        this.socket = socket;
    }

    @Override
    public void send(String json) {
        if (socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            close(TRY_AGAIN_LATER, "the client reads too slowly");
        } else {
            socket.writeTextMessage(json)
                    .onFailure(e -> LOG.log(System.Logger.Level.DEBUG, "channel send failed: {0}", e.getMessage()));
        }
    }

    @Override
    public void close(int code, String reason) {
        if (!socket.isClosed()) {
            socket.close((short) code, reason)
                    .onFailure(e -> LOG.log(System.Logger.Level.DEBUG, "channel close failed: {0}", e.getMessage()));
        }
    }
}
