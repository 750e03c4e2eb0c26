package io.directcall.media.bridge.quarantine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How long each quarantine lasts: a bridge that fails again soon after one stays away for twice as long. Not thread-safe. */
public final class QuarantineTerms {
    /** Who gets through this time after a quarantine begins with a clean record. */
    static final Duration PROBATION = Duration.ofMinutes(10);

    private record Term(Instant until, Duration length) {}

    private final Duration first;
    private final Duration longest;
    private final Map<String, Term> last = new HashMap<>();

    /**
     * @param first how long a quarantine lasts, zero for no quarantines at all
     * @param longest where doubling ends
     */
    public QuarantineTerms(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    /** @return when the quarantine that begins now will end, empty when one is under way, or there are none */
    Optional<Instant> begin(String bridge, Instant now) {
        Term before = last.get(bridge);
        if (first.isZero() || (before != null && now.isBefore(before.until()))) {
            return Optional.empty();
        }
        Duration length = length(before, now);
        Term term = new Term(now.plus(length), length);
        last.put(bridge, term);
        return Optional.of(term.until());
    }

    private Duration length(Term before, Instant now) {
        if (before == null || now.isAfter(before.until().plus(PROBATION))) {
            return first;
        }
        Duration twice = before.length().multipliedBy(2);
        return twice.compareTo(longest) > 0 ? longest : twice;
    }
}
