package io.directcall.bridge.conference;

import io.directcall.bridge.channel.ChannelSocket;
import io.directcall.bridge.ice.IceCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The bridge channel of one endpoint: at most one socket at a time. */
public final class EndpointChannel {
    private static final int NORMAL = 1000;
    private static final int GOING_AWAY = 1001;

    private final String password = IceCredentials.token(24);
    private ChannelSocket socket;

    public String password() {
        return password;
    }

    public boolean accepts(String offered) {
        return MessageDigest.isEqual(
                password.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    public synchronized boolean isOpen() {
        return socket != null;
    }

    synchronized void opened(ChannelSocket fresh) {
        if (socket != null) {
            socket.close(NORMAL, "replaced");
        }
        socket = fresh;
    }

    synchronized void closed(ChannelSocket gone) {
        if (socket == gone) {
            socket = null;
        }
    }

    synchronized void send(String message) {
        if (socket != null) {
            socket.send(message);
        }
    }

    synchronized void expire() {
        if (socket != null) {
            socket.close(GOING_AWAY, "the endpoint expired");
            socket = null;
        }
    }
}
