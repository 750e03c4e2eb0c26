package io.directcall.events.fanout;

import io.directcall.events.position.Source;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * What one poll brought of a partition, all topics in one order: each in its own order, and between them by the time at which the broker
 * appended them, so that a client sees a participant join before the offer that follows from it.
 */
final class MergedRecords {
    private static final int NONE = -1;

    /** Takes records in order. */
    interface Visitor {
        /**
         * Takes the next record.
         *
         * @return false to stop
         */
        boolean visit(Source source, ConsumerRecord<String, byte[]> event);
    }

    private final List<Source> sources;
    private final List<List<ConsumerRecord<String, byte[]>>> records;

    MergedRecords(Topics topics, int partition, ConsumerRecords<String, byte[]> records) {
        this.sources = topics.channel().sources();
        this.records = topics.all(partition).stream().map(records::records).toList();
    }

    /** Shows all records until the visitor stops; returns false when it did. */
    boolean forEach(Visitor visitor) {
        int[] next = new int[sources.size()];
        for (int topic = oldest(next); topic != NONE; topic = oldest(next)) {
            if (!visitor.visit(sources.get(topic), records.get(topic).get(next[topic]++))) {
                return false;
            }
        }
        return true;
    }

    /** Index of the topic whose next record is the oldest; of equal ones the first. */
    private int oldest(int[] next) {
        int oldest = NONE;
        for (int topic = 0; topic < next.length; topic++) {
            if (next[topic] < records.get(topic).size() && (oldest == NONE || time(topic, next) < time(oldest, next))) {
                oldest = topic;
            }
        }
        return oldest;
    }

    private long time(int topic, int[] next) {
        return records.get(topic).get(next[topic]).timestamp();
    }
}
