package io.directcall.events.position;

import java.util.Arrays;
import java.util.function.LongBinaryOperator;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * A place in one partition of all topics of a channel: the offset to read next in each. Next and not last, because a position then exists
 * also before the first record, and because Kafka itself counts committed offsets so. Never changed once made.
 */
public final class Position {
    private final Channel channel;
    private final long[] next;

    private Position(Channel channel, long[] next) {
        this.channel = channel;
        this.next = next;
    }

    /** The position with the next offset that is given for each topic of the channel. */
    public static Position at(Channel channel, ToLongFunction<Source> next) {
        return new Position(channel, channel.sources().stream().mapToLong(next).toArray());
    }

    /** Before the first record. */
    public static Position zero(Channel channel) {
        return new Position(channel, new long[channel.sources().size()]);
    }

    /** Whose topics it is about. */
    public Channel channel() {
        return channel;
    }

    /** The next offset of one of the topics. */
    public long of(Source source) {
        return next[channel.indexOf(source)];
    }

    /** This position with another next offset in one of the topics. */
    public Position with(Source source, long offset) {
        long[] changed = next.clone();
        changed[channel.indexOf(source)] = offset;
        return new Position(channel, changed);
    }

    /** True when the record was before this position, so that whoever stands here has seen it. */
    public boolean isPast(Source source, long offset) {
        return offset < of(source);
    }

    /** True when this position is not behind the other in any of the topics. */
    public boolean covers(Position other) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] < other.next[i]) {
                return false;
            }
        }
        return true;
    }

    /** The further of both positions in each topic. */
    public Position max(Position other) {
        if (covers(other)) {
            return this;
        }
        return other.covers(this) ? other : merge(other, Math::max);
    }

    /** The less far of both positions in each topic. */
    public Position min(Position other) {
        return merge(other, Math::min);
    }

    /** A number of records before this in each topic; may be before the first record. */
    public Position minus(int records) {
        return new Position(
                channel, Arrays.stream(next).map(offset -> offset - records).toArray());
    }

    private Position merge(Position other, LongBinaryOperator choice) {
        long[] merged = new long[next.length];
        Arrays.setAll(merged, i -> choice.applyAsLong(next[i], other.next[i]));
        return new Position(channel, merged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position position && position.channel == channel && Arrays.equals(position.next, next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }

    /** As it stands in an SSE id: the offsets, joined by {@code -}. */
    @Override
    public String toString() {
        return Arrays.stream(next).mapToObj(Long::toString).collect(Collectors.joining("-"));
    }
}
