package io.directcall.media.bridge.selection;

import java.util.List;
import java.util.Optional;

/** Chooses among bridges that may take a conference. */
@FunctionalInterface
public interface SelectionStrategy {
    /**
     * A bridge that may take a conference.
     *
     * @param region as it reports it, null when it reports none
     * @param stress as the bridge last reported it, 0 to 1 and above
     * @param recentlyPlaced endpoints that this gateway placed there, or is about to, and that the report can't count yet
     */
    record Candidate(String url, String region, double stress, int recentlyPlaced) {}

    /** Empty only when there are no candidates. */
    Optional<String> choose(List<Candidate> candidates);
}
