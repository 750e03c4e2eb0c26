package io.directcall.events.fanout;

import io.directcall.events.position.Position;

/**
 * What Kafka has of one partition of all topics of a channel.
 *
 * @param begin the oldest records that are left
 * @param end what will be appended next
 */
record Bounds(Position begin, Position end) {

    /** The nearest position that can be read from. */
    Position clip(Position position) {
        return position.max(begin).min(end);
    }

    /** Some records before the end, to have the newest in memory at once. */
    Position beforeEnd(int records) {
        return end.minus(records).max(begin);
    }
}
