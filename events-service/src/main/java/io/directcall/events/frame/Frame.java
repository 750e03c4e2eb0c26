package io.directcall.events.frame;

import io.directcall.events.position.StreamId;
import io.vertx.core.buffer.Buffer;

/**
 * The bytes of one server-sent event, shared by all streams that it goes to. Never changed once made.
 */
public final class Frame {
    private final Buffer bytes;
    private final int idLength;

    Frame(Buffer bytes, int idLength) {
        this.bytes = bytes;
        this.idLength = idLength;
    }

    /** All bytes, to be written as they are. */
    public Buffer bytes() {
        return bytes;
    }

    /** Number of bytes. */
    public int size() {
        return bytes.length();
    }

    /** The same event under another id, for a stream that is further in one of the topics than the event or ends with it. */
    public Frame withId(StreamId streamId) {
        Buffer id = Frames.idLine(streamId.toString());
        return new Frame(
                Buffer.buffer(id.length() + size() - idLength)
                        .appendBuffer(id)
                        .appendBuffer(bytes, idLength, size() - idLength),
                id.length());
    }
}
