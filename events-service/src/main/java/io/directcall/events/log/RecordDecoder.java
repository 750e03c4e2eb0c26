package io.directcall.events.log;

import io.directcall.events.frame.Frames;
import io.directcall.events.position.Position;
import io.directcall.events.position.Source;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns records into events. */
public final class RecordDecoder {
    private final EnvelopeParser envelopes = new EnvelopeParser();

    /**
     * The event that a record carries.
     *
     * @param before where the reader stands
     * @return empty when the record is no event: one broken record must not stop a partition
     */
    public Optional<LogEvent> decode(Source source, ConsumerRecord<String, byte[]> event, Position before) {
        if (event.key() == null || event.value() == null) {
            return Optional.empty();
        }
        Position after = before.with(source, event.offset() + 1);
        return envelopes
                .parse(event.value())
                .map(envelope -> new LogEvent(
                        source,
                        event.offset(),
                        event.timestamp(),
                        event.key(),
                        envelope,
                        Address.of(source, event.key(), envelope),
                        after,
                        Frames.event(after, envelope.type(), event.value())));
    }
}
