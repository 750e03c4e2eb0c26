package io.directcall.suite.part;

import io.directcall.suite.edge.Upstream;
import java.util.List;
import java.util.Map;

/**
 * How many of what a suite has, and how fast.
 *
 * @param bridges development bridges
 * @param regions of the development bridges, dealt out in turn; none where there are none
 * @param bridgeUrls bridges that run elsewhere; when there are some, no development bridge is started
 * @param replicas of each service; one where nothing is said
 * @param optimized services are compiled as well as the JVM can, as in production, instead of quickly
 */
public record Scale(
        int bridges,
        List<String> regions,
        List<String> bridgeUrls,
        Map<Upstream, Integer> replicas,
        boolean optimized) {

    /** The region of the development bridge of that number, which begins at 1; empty for none. */
    String region(int number) {
        return regions.isEmpty() ? "" : regions.get((number - 1) % regions.size());
    }

    /** Replicas of this service. */
    int of(Upstream upstream) {
        return replicas.getOrDefault(upstream, 1);
    }
}
