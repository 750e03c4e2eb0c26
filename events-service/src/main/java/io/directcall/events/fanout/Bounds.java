package io.directcall.events.fanout;

import io.directcall.events.position.Position;

/**
 * What Kafka has of one partition of both topics.
 *
 * @param begin the oldest records that are left
 * @param end what will be appended next
 */
record Bounds(Position begin, Position end) {

    /** The nearest position that can be read from. */
    Position clip(Position position) {
        return new Position(
                Math.clamp(position.session(), begin.session(), end.session()),
                Math.clamp(position.media(), begin.media(), end.media()));
    }

    /** Some records before the end, to have the newest in memory at once. */
    Position beforeEnd(int records) {
        return new Position(end.session() - records, end.media() - records).max(begin);
    }
}
