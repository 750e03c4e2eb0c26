package io.directcall.events.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that asks for a stream and reads nothing of it. */
public final class UnreadStream {
    private UnreadStream() {}

    /** Sends the request; the answer is the caller's to read. */
    public static Socket open(URI uri, String callToken) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String request = "GET " + uri.getRawPath() + "?" + uri.getRawQuery()
                + " HTTP/1.1\r\nHost: localhost\r\ncallToken: " + callToken + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
