package io.directcall.events.fanout;

import io.directcall.events.log.LogEvent;
import io.directcall.events.log.RecordDecoder;
import io.directcall.events.position.Position;
import io.directcall.events.position.Source;
import io.directcall.events.subscription.Offer;
import io.directcall.events.subscription.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;

/**
 * Reads for one subscription what is no longer in memory, a piece at a time: other subscriptions get their turn between the pieces, and
 * no more is read than the client takes.
 */
public final class HistoryReader {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long PIECE_NANOS = Duration.ofMillis(200).toNanos();

    private final KafkaWorker worker;
    private final Topics topics;
    private final RecordDecoder decoder = new RecordDecoder();

    /** Reads by a worker. */
    public HistoryReader(KafkaWorker worker, Topics topics) {
        this.worker = worker;
        this.topics = topics;
    }

    /** Makes the consumer now, so that the first reader of history need not wait for it. */
    void prepare() {
        var unused = worker.submit(consumer -> null);
    }

    /** Offers the next piece of a partition's history; done when the target, the end of the piece or of the queue is reached. */
    CompletableFuture<Void> read(Subscription subscription, int partition, Position target) {
        return worker.submit(consumer -> {
            new Piece(consumer, subscription, partition, target).read();
            return null;
        });
    }

    private final class Piece {
        private final Consumer<String, byte[]> consumer;
        private final Subscription subscription;
        private final int partition;
        private final Position target;
        private Position at;

        Piece(Consumer<String, byte[]> consumer, Subscription subscription, int partition, Position target) {
            this.consumer = consumer;
            this.subscription = subscription;
            this.partition = partition;
            this.target = target;
        }

        void read() {
            long deadline = System.nanoTime() + PIECE_NANOS;
            consumer.assign(topics.all(partition));
            startAt(subscription.position());
            boolean more = !subscription.isEnded();
            while (more && !at.covers(target) && System.nanoTime() - deadline < 0) {
                more = readBatch();
            }
        }

        private boolean readBatch() {
            try {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!new MergedRecords(topics, partition, records).forEach(this::take)) {
                    return false;
                }
                // Offsets may have holes: where the consumer stands counts.
                at = at.max(topics.positionOf(consumer, partition));
                subscription.advance(at);
            } catch (OffsetOutOfRangeException e) {
                skipGap();
            }
            return true;
        }

        private boolean take(Source source, ConsumerRecord<String, byte[]> event) {
            if (subscription.listener().key().equals(event.key())) {
                Optional<LogEvent> decoded = decoder.decode(source, event, at);
                Offer offer = decoded.map(subscription::offer).orElse(Offer.SKIPPED);
                if (offer == Offer.FULL || offer == Offer.ENDED) {
                    return false;
                }
            }
            at = at.with(source, event.offset() + 1);
            return true;
        }

        private void skipGap() {
            Bounds bounds = new Bounds(
                    topics.position(partition, consumer.beginningOffsets(topics.all(partition))),
                    topics.position(partition, consumer.endOffsets(topics.all(partition))));
            Position nearest = bounds.clip(at);
            subscription.gap(nearest);
            startAt(nearest);
        }

        private void startAt(Position position) {
            at = position;
            topics.seek(consumer, partition, position);
        }
    }
}
