package io.directcall.events.log;

import io.directcall.events.position.Position;
import io.directcall.events.position.Source;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The newest events of one partition, gapless from {@link #base()} to {@link #head()}, bounded by count and bytes. Not thread-safe: it
 * belongs to the thread that reads the partition.
 */
public final class RecentEvents {
    private final Deque<LogEvent> events = new ArrayDeque<>();
    private final int maxEvents;
    private final long maxBytes;
    private long bytes;
    private Position base;
    private Position head;

    /**
     * @param start where the partition is read from
     * @param maxEvents most events that are kept
     * @param maxBytes most bytes of frames that are kept
     */
    public RecentEvents(Position start, int maxEvents, long maxBytes) {
        this.base = start;
        this.head = start;
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
    }

    /** The oldest position that can be served from memory. */
    public Position base() {
        return base;
    }

    /** What is read next. */
    public Position head() {
        return head;
    }

    /** Adds the next event; the oldest go when there is no room. */
    public void append(LogEvent event) {
        events.addLast(event);
        bytes += event.frame().size();
        head = event.after();
        while (events.size() > maxEvents || bytes > maxBytes) {
            LogEvent oldest = events.removeFirst();
            bytes -= oldest.frame().size();
            base = oldest.after();
        }
    }

    /** Moves the head over records that are nobody's, such as broken ones. */
    public void skipTo(Position position) {
        head = position;
        if (events.isEmpty()) {
            base = position;
        }
    }

    /** True when nothing after the position is missing here. */
    public boolean reachesBackTo(Position position) {
        return position.covers(base);
    }

    /**
     * Shows the events of a key in order until the visitor has enough.
     *
     * @return false when the visitor stopped
     */
    public boolean forEach(String key, Predicate<LogEvent> visitor) {
        for (LogEvent event : events) {
            if (event.key().equals(key) && !visitor.test(event)) {
                return false;
            }
        }
        return true;
    }

    /** The position of the first events appended at or after a time; empty when older events than those in memory may be among them. */
    public Optional<Position> positionAt(Instant time) {
        Position found = head;
        for (Source source : head.channel().sources()) {
            OptionalLong offset = offsetAt(source, time.toEpochMilli());
            if (offset.isEmpty()) {
                return Optional.empty();
            }
            found = found.with(source, offset.getAsLong());
        }
        return Optional.of(found);
    }

    private OptionalLong offsetAt(Source source, long time) {
        boolean olderSeen = base.of(source) == 0;
        for (LogEvent event : events) {
            if (event.source() == source) {
                if (event.timestamp() >= time) {
                    return olderSeen ? OptionalLong.of(event.offset()) : OptionalLong.empty();
                }
                olderSeen = true;
            }
        }
        return olderSeen ? OptionalLong.of(head.of(source)) : OptionalLong.empty();
    }
}
