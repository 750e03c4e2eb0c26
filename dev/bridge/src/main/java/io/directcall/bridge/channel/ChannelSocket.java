package io.directcall.bridge.channel;

/** The websocket of an endpoint's bridge channel. Implementations may be called on any thread. */
public interface ChannelSocket {
    /** Sends a text message; dropped when the socket is closed. */
    void send(String json);

    void close(int code, String reason);
}
