package io.directcall.media.conference.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.directcall.media.conference.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The endpoints of conferences as they were last read or saved here. In a call of thirty they are half a megabyte of JSON, and reading it
 * again for each answer was most of what this service did. An entry counts only for the version of the conference's row that it belongs
 * to, which is read each time: nobody ever works on what another replica has changed. Thread-safe.
 */
final class EndpointCache {
    /** Beyond this number of conferences the ones that were used least are read again. */
    private static final int CONFERENCES = 10_000;

    private static final Duration UNUSED = Duration.ofMinutes(10);

    /**
     * Endpoints as they are stored.
     *
     * @param version of the conference's row
     * @param endpoints in the order of joining
     * @param lastPosition highest {@code position} of their rows, 0 without any
     */
    record Stored(long version, List<Endpoint> endpoints, int lastPosition) {
        Stored {
            endpoints = List.copyOf(endpoints);
        }
    }

    private final Cache<String, Stored> conferences = Caffeine.newBuilder()
            .maximumSize(CONFERENCES)
            .expireAfterAccess(UNUSED)
            .build();

    /** What is known of a conference at this version of its row. */
    Optional<Stored> find(String sessionId, long version) {
        return Optional.ofNullable(conferences.getIfPresent(sessionId)).filter(stored -> stored.version() == version);
    }

    /** A version that is older than what is known replaces nothing: two transactions may end in another order than they began. */
    void put(String sessionId, Stored stored) {
        conferences.asMap().merge(sessionId, stored, (known, next) -> known.version() > next.version() ? known : next);
    }
}
