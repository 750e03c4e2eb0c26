package io.directcall.events.log;

import io.directcall.events.frame.Frame;
import io.directcall.events.position.Position;
import io.directcall.events.position.Source;

/**
 * A record of one of the topics, ready to be sent.
 *
 * @param source the topic
 * @param offset in the topic's partition
 * @param timestamp when the broker appended it, epoch ms
 * @param key of the record: whom it concerns
 * @param envelope what the fan-out needs to know
 * @param address to whom of those who listen to the key it goes
 * @param after what follows the event in the order in which it was read
 * @param frame the encoded event, with {@code after} as its id
 */
public record LogEvent(
        Source source,
        long offset,
        long timestamp,
        String key,
        Envelope envelope,
        Address address,
        Position after,
        Frame frame) {

    /** Where a reader stands that has read everything before this event. */
    public Position before() {
        return after.with(source, offset);
    }
}
