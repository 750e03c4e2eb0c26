package io.directcall.events.frame;

import io.directcall.events.position.Position;
import io.directcall.events.position.StreamId;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/** Makes the frames of a stream as the HTML standard (server-sent events) wants them. */
public final class Frames {
    private static final byte[] DATA = Buffer.buffer("data: ").getBytes();
    private static final Frame HEARTBEAT = new Frame(Buffer.buffer(": heartbeat\n\n"), 0);

    private Frames() {}

    /**
     * An event.
     *
     * @param position what follows the event
     * @param type name of the event
     * @param json the event, UTF-8; line breaks in it become several data lines, which a client joins again
     */
    public static Frame event(Position position, String type, byte[] json) {
        return event(position.toString(), type, json);
    }

    /** The first bytes of a stream: show a reader that it is open, and tell how long to wait before a reconnect. */
    public static Frame opening(Duration retry) {
        return new Frame(Buffer.buffer(": connected\nretry: " + retry.toMillis() + "\n\n"), 0);
    }

    /** Shows a silent stream to be alive. */
    public static Frame heartbeat() {
        return HEARTBEAT;
    }

    /**
     * A heartbeat that also moves the client's last event id. A frame without data is no event, yet its id counts: the client resumes
     * from here and not from its last event, which may be long ago.
     */
    public static Frame heartbeat(Position position) {
        return new Frame(Buffer.buffer(": heartbeat\nid: " + position + "\n\n"), 0);
    }

    /** Events between both positions are lost for good: the client needs a fresh snapshot of the session. */
    public static Frame gap(Position from, Position to) {
        String json = "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}";
        return event(to, "gap", Buffer.buffer(json).getBytes());
    }

    /**
     * The last frame of a stream.
     *
     * @param retry how long the client shall wait before it reconnects, null to leave it at what it knows
     */
    public static Frame end(StreamId id, String reason, Duration retry) {
        String json = "{\"reason\":\"" + reason + "\"}";
        Frame end = event(id.toString(), "end", Buffer.buffer(json).getBytes());
        if (retry == null) {
            return end;
        }
        return new Frame(Buffer.buffer("retry: " + retry.toMillis() + "\n").appendBuffer(end.bytes()), 0);
    }

    static Buffer idLine(String id) {
        return Buffer.buffer("id: " + id + "\n");
    }

    private static Frame event(String id, String type, byte[] json) {
        Buffer idLine = idLine(id);
        Buffer bytes = Buffer.buffer(idLine.length() + type.length() + json.length + 24);
        bytes.appendBuffer(idLine).appendString("event: ").appendString(type).appendByte((byte) '\n');
        appendData(bytes, json);
        return new Frame(bytes.appendByte((byte) '\n'), idLine.length());
    }

    private static void appendData(Buffer bytes, byte[] json) {
        int start = 0;
        for (int i = 0; i <= json.length; i++) {
            if (i == json.length || json[i] == '\n' || json[i] == '\r') {
                bytes.appendBytes(DATA).appendBytes(json, start, i - start).appendByte((byte) '\n');
                boolean crLf = i + 1 < json.length && json[i] == '\r' && json[i + 1] == '\n';
                i = crLf ? i + 1 : i;
                start = i + 1;
            }
        }
    }
}
