package io.directcall.system.conformance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.directcall.system.conformance.StrictParser.Event;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** A stream by HTTP/1.1 on a socket that takes as many bytes as it is told to. */
final class RawStream implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SMALL_BUFFER = 4096;

    private final Socket socket;
    private final InputStream in;
    private final StrictParser parser = new StrictParser();
    private int leftOfChunk;

    private RawStream(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** Sends the request and reads the head of the answer, which must be a stream. */
    static RawStream open(URI uri, String callToken, String lastEventId) throws IOException {
        RawStream stream = new RawStream(connect(uri));
        String request = "GET " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1\r\nHost: " + uri.getHost()
                + "\r\ncallToken: " + callToken
                + (lastEventId.isEmpty() ? "" : "\r\nLast-Event-ID: " + lastEventId) + "\r\n\r\n";
        stream.socket.getOutputStream().write(request.getBytes(US_ASCII));
        String status = stream.line();
        if (!status.startsWith("HTTP/1.1 200 ")) {
            throw new IOException(status);
        }
        while (!stream.line().isEmpty()) {
            // The other headers are tested elsewhere.
        }
        return stream;
    }

    private static Socket connect(URI uri) throws IOException {
        boolean secure = "https".equals(uri.getScheme());
        Socket plain = new Socket();
        plain.setReceiveBufferSize(SMALL_BUFFER);
        plain.setSoTimeout(PATIENCE_MILLIS);
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        plain.connect(new InetSocketAddress(uri.getHost(), port));
        return secure
                ? ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, uri.getHost(), port, true)
                : plain;
    }

    /** Says that nothing more will come from this side, and goes on listening. */
    void closeOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Takes at most so many bytes of the body; fails at its end, whatever kind of end that is. */
    void take(int most) throws IOException {
        while (leftOfChunk == 0) {
            String size = line();
            leftOfChunk = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
            if (!size.isEmpty() && leftOfChunk == 0) {
                throw new EOFException("the body is over");
            }
        }
        byte[] piece = new byte[Math.min(most, leftOfChunk)];
        int length = in.read(piece);
        if (length < 0) {
            throw new EOFException("the connection is closed");
        }
        leftOfChunk -= length;
        parser.feed(Arrays.copyOf(piece, length));
    }

    void takeExactly(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            take(1);
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection is closed");
            }
            line.write(next);
        }
        return line.toString(US_ASCII).strip();
    }

    List<Event> events() {
        return parser.events();
    }

    String lastEventId() {
        return parser.lastEventId();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
