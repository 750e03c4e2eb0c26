package io.directcall.media.ownership;

import io.directcall.media.conference.store.ConferenceStore;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Hears from Kafka which partitions are this replica's. Takes their sessions over from the database, outside of the consumer's thread. */
@ApplicationScoped
@Identifier("session-ownership")
public class OwnershipListener implements KafkaConsumerRebalanceListener {
    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final OwnedPartitions owned;
    private final SessionOwner owner;
    private final ConferenceStore store;
    private final LaneContexts contexts;
    private final Reconciler reconciler;
    private final BridgeAnnouncer announcer;

    OwnershipListener(
            OwnedPartitions owned,
            SessionOwner owner,
            ConferenceStore store,
            LaneContexts contexts,
            Reconciler reconciler,
            BridgeAnnouncer announcer) {
        this.owned = owned;
        this.owner = owner;
        this.store = store;
        this.contexts = contexts;
        this.reconciler = reconciler;
        this.announcer = announcer;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        Set<Integer> partitions =
                assigned.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        int count = assigned.stream()
                .findFirst()
                .map(any -> consumer.partitionsFor(any.topic()).size())
                .orElse(1);
        owned.assign(partitions, count);
        Log.infof("owns partitions %s of %d", partitions, count);
        contexts.run("assignment", this::takeOver);
    }

    /**
     * The assignment that follows tells what is kept. Until then nothing changes hands: the consumer is stopped, and what this replica
     * still does for a session is guarded by the version of its row.
     */
    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        Log.debugf("partitions revoked for a rebalance: %s", revoked);
    }

    private void takeOver() {
        owner.releaseOthers();
        announcer.assigned();
        OwnedPartitions.Assignment now = owned.current();
        Uni<List<String>> sessions = contexts.call(
                        "assignment", () -> store.liveSessions(now.partitions(), now.count()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely();
        sessions.subscribe()
                .with(
                        found -> {
                            Log.infof("takes over %d sessions", found.size());
                            found.forEach(owner::look);
                            reconciler.compare();
                        },
                        failure -> Log.error("sessions were not taken over", failure));
    }
}
