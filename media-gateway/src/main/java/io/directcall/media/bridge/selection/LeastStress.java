package io.directcall.media.bridge.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The nearest bridge with the lowest stress, where each endpoint that was placed since the last report counts as much as bridges assume of
 * an average participant. Without that, a burst of joins would pile on one bridge until its next report. A bridge that is overloaded comes
 * after all that are not, wherever they are: a longer way is better than lost packets.
 */
public final class LeastStress implements SelectionStrategy {
    static final double STRESS_PER_ENDPOINT = 0.01;
    static final double OVERLOADED = 1;

    private final Comparator<Candidate> order;

    /** Takes all bridges for equally near. */
    public LeastStress() {
        this(null);
    }

    /** @param region whose bridges come first, null for none */
    public LeastStress(String region) {
        order = Comparator.<Candidate, Boolean>comparing(candidate -> expectedStress(candidate) >= OVERLOADED)
                .thenComparing(candidate -> region != null && !region.equals(candidate.region()))
                .thenComparingDouble(LeastStress::expectedStress)
                .thenComparing(Candidate::url);
    }

    @Override
    public Optional<String> choose(List<Candidate> candidates) {
        return candidates.stream().min(order).map(Candidate::url);
    }

    private static double expectedStress(Candidate candidate) {
        return candidate.stress() + candidate.recentlyPlaced() * STRESS_PER_ENDPOINT;
    }
}
