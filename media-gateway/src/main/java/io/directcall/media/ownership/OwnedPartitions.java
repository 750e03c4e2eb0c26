package io.directcall.media.ownership;

import io.directcall.media.conference.store.SessionHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Which partitions Kafka has assigned to this replica. The same of each topic, because their partition counts are equal. */
@ApplicationScoped
public class OwnedPartitions {
    private volatile Assignment assignment = new Assignment(Set.of(), 1);

    /** @param count of all partitions of a topic */
    record Assignment(Set<Integer> partitions, int count) {}

    void assign(Set<Integer> partitions, int count) {
        assignment = new Assignment(Set.copyOf(partitions), count);
    }

    Assignment current() {
        return assignment;
    }

    boolean owns(String sessionId) {
        Assignment now = assignment;
        return now.partitions().contains(SessionHash.partition(sessionId, now.count()));
    }
}
