package io.directcall.media.bridge.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The bridge with the lowest stress, where each endpoint that was placed since the last report counts as much as bridges assume of an
 * average participant. Without that, a burst of joins would pile on one bridge until its next report.
 */
public final class LeastStress implements SelectionStrategy {
    static final double STRESS_PER_ENDPOINT = 0.01;

    @Override
    public Optional<String> choose(List<Candidate> candidates) {
        return candidates.stream()
                .min(Comparator.comparingDouble(LeastStress::expectedStress).thenComparing(Candidate::url))
                .map(Candidate::url);
    }

    private static double expectedStress(Candidate candidate) {
        return candidate.stress() + candidate.recentlyPlaced() * STRESS_PER_ENDPOINT;
    }
}
