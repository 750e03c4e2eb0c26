package io.directcall.events.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.directcall.events.frame.Frames;
import io.directcall.events.position.Position;
import io.directcall.events.position.Source;

/** A log of two topics for tests: each event takes the next offset of its topic and a time of 10 ms after the one before. */
public final class TestEvents {
    private Position next;
    private long time = 1000;

    public TestEvents(Position start) {
        this.next = start;
    }

    public LogEvent session(String sessionId, String type) {
        return session(sessionId, type, null);
    }

    /** With a number of its own. */
    public LogEvent session(String sessionId, String type, String participantId, long seq) {
        return event(Source.SESSION, sessionId, new Envelope(type, participantId, null, null, seq));
    }

    public LogEvent session(String sessionId, String type, String participantId) {
        return session(sessionId, type, participantId, 0);
    }

    public LogEvent media(String sessionId, String type, String participantId, String uid) {
        return event(Source.MEDIA, sessionId, new Envelope(type, participantId, uid, null, 0));
    }

    public LogEvent event(Source source, String sessionId, Envelope envelope) {
        long offset = next.of(source);
        next = next.with(source, offset + 1);
        time += 10;
        byte[] value = ("{\"offset\":" + offset + "}").getBytes(UTF_8);
        return new LogEvent(
                source,
                offset,
                time,
                sessionId,
                envelope,
                Address.of(source, sessionId, envelope),
                next,
                Frames.event(next, envelope.type(), value));
    }

    public Position head() {
        return next;
    }
}
