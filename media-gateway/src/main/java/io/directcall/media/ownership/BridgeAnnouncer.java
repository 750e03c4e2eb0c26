package io.directcall.media.ownership;

import io.directcall.contracts.bridge.BridgeEvent;
import io.directcall.contracts.topic.Topic;
import io.directcall.media.bridge.selection.BridgeChange;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.BridgeView;
import io.directcall.outbox.Outbox;
import io.directcall.outbox.OutboxMessage;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells Kafka how bridges change, as this replica sees it. Each replica watches all bridges, and the one that owns the first partition
 * speaks for all. In order for each bridge; after a change of owner some are told twice.
 */
@ApplicationScoped
public class BridgeAnnouncer {
    private static final int SPEAKING_PARTITION = 0;
    /** Before bridges are first asked. */
    private static final int BEFORE_OTHERS = 1_000;

    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    private final BridgeDirectory directory;
    private final OwnedPartitions owned;
    private final Mutiny.SessionFactory sessions;
    private final Outbox outbox;
    private final LaneContexts contexts;
    private final Clock clock;
    private final UnannouncedChanges unannounced = new UnannouncedChanges();
    private boolean speaks;
    private boolean writing;

    BridgeAnnouncer(
            BridgeDirectory directory,
            OwnedPartitions owned,
            Mutiny.SessionFactory sessions,
            Outbox outbox,
            LaneContexts contexts,
            Clock clock) {
        this.directory = directory;
        this.owned = owned;
        this.sessions = sessions;
        this.outbox = outbox;
        this.contexts = contexts;
        this.clock = clock;
    }

    void start(@Observes @Priority(BEFORE_OTHERS) StartupEvent event) {
        directory.onChange(this::changed);
    }

    /** Partitions were assigned to this replica. */
    synchronized void assigned() {
        boolean mine = owned.current().partitions().contains(SPEAKING_PARTITION);
        if (mine && !speaks) {
            unannounced.forgetOld(clock.instant());
        }
        speaks = mine;
        write();
    }

    private synchronized void changed(BridgeChange change) {
        if (!speaks) {
            unannounced.forgetOld(clock.instant());
        }
        unannounced.add(event(change.bridge()));
        write();
    }

    private static BridgeEvent event(BridgeView bridge) {
        return new BridgeEvent.BridgeStateChanged(
                bridge.id(), bridge.since(), bridge.url(), bridge.region(), bridge.state(), bridge.reason());
    }

    /** One transaction after the other: two at the same time could overtake each other. */
    private void write() {
        List<BridgeEvent> next = writing || !speaks ? List.of() : unannounced.take();
        if (next.isEmpty()) {
            return;
        }
        writing = true;
        contexts.call("bridges", () -> append(next))
                .onFailure(failure -> !Conflicts.isPermanent(failure))
                .retry()
                .withBackOff(FIRST_RETRY, LONGEST_RETRY)
                .indefinitely()
                .subscribe()
                .with(done -> written(), failure -> {
                    Log.error("changes of bridges were not announced", failure);
                    written();
                });
    }

    private Uni<Void> append(List<BridgeEvent> events) {
        List<OutboxMessage> messages = events.stream()
                .map(event -> new OutboxMessage(Topic.BRIDGE_EVENTS, event.bridgeId(), event))
                .toList();
        return sessions.withTransaction(session -> outbox.append(session, messages));
    }

    private synchronized void written() {
        writing = false;
        write();
    }
}
