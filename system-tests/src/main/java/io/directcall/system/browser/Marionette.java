package io.directcall.system.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Firefox's own remote protocol: {@code LENGTH:JSON} both ways, a command is {@code [0, id, name, parameters]} and its answer
 * {@code [1, id, error, result]}. One command at a time.
 */
final class Marionette implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ERROR = 2;
    private static final int RESULT = 3;

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;
    private int id;

    private Marionette(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
        this.output = socket.getOutputStream();
    }

    /** Connects and begins a session. */
    static Marionette connect(int port) throws IOException {
        Marionette marionette = new Marionette(new Socket(InetAddress.getLoopbackAddress(), port));
        // Firefox introduces itself.
        marionette.read();
        marionette.send("WebDriver:NewSession", Map.of());
        return marionette;
    }

    /** @throws IllegalStateException with what Firefox says, when it can't do it */
    JsonNode send(String command, Map<String, Object> parameters) {
        try {
            byte[] message = JSON.writeValueAsBytes(List.of(0, ++id, command, parameters));
            output.write((message.length + ":").getBytes(StandardCharsets.US_ASCII));
            output.write(message);
            output.flush();
            JsonNode answer = read();
            if (!answer.path(ERROR).isNull()) {
                throw new IllegalStateException(command + ": " + answer.path(ERROR));
            }
            return answer.path(RESULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read() throws IOException {
        int length = 0;
        for (int next = input.read(); next != ':'; next = input.read()) {
            if (next < '0' || next > '9') {
                throw new IOException("Firefox closed the connection");
            }
            length = length * 10 + next - '0';
        }
        return JSON.readTree(input.readNBytes(length));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
