package io.directcall.suite.part;

import io.directcall.suite.edge.Upstream;
import java.util.List;
import java.util.Map;

/**
 * How many of what a suite has.
 *
 * @param bridges development bridges
 * @param bridgeUrls bridges that run elsewhere; when there are some, no development bridge is started
 * @param replicas of each service; one where nothing is said
 */
public record Scale(int bridges, List<String> bridgeUrls, Map<Upstream, Integer> replicas) {

    /** Replicas of this service. */
    int of(Upstream upstream) {
        return replicas.getOrDefault(upstream, 1);
    }
}
