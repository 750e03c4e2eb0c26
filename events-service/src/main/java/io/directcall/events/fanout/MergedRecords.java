package io.directcall.events.fanout;

import io.directcall.events.position.Source;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * What one poll brought of a partition, both topics in one order: each in its own order, and between them by the time at which the
 * broker appended them, so that a client sees a participant join before the offer that follows from it.
 */
final class MergedRecords {

    /** Takes records in order. */
    interface Visitor {
        /**
         * Takes the next record.
         *
         * @return false to stop
         */
        boolean visit(Source source, ConsumerRecord<String, byte[]> event);
    }

    private final List<ConsumerRecord<String, byte[]>> session;
    private final List<ConsumerRecord<String, byte[]>> media;

    MergedRecords(Topics topics, int partition, ConsumerRecords<String, byte[]> records) {
        this.session = records.records(topics.of(Source.SESSION, partition));
        this.media = records.records(topics.of(Source.MEDIA, partition));
    }

    /** Shows all records until the visitor stops; returns false when it did. */
    boolean forEach(Visitor visitor) {
        int nextSession = 0;
        int nextMedia = 0;
        while (nextSession < session.size() || nextMedia < media.size()) {
            boolean more = isSessionNext(nextSession, nextMedia)
                    ? visitor.visit(Source.SESSION, session.get(nextSession++))
                    : visitor.visit(Source.MEDIA, media.get(nextMedia++));
            if (!more) {
                return false;
            }
        }
        return true;
    }

    private boolean isSessionNext(int nextSession, int nextMedia) {
        if (nextMedia == media.size()) {
            return true;
        }
        return nextSession < session.size()
                && session.get(nextSession).timestamp() <= media.get(nextMedia).timestamp();
    }
}
