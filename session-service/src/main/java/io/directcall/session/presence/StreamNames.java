package io.directcall.session.presence;

import java.util.Optional;

/** The names of streams, which begin with that of the replica of events-service that has them. */
final class StreamNames {
    private static final char SEPARATOR = ':';

    private StreamNames() {}

    /** What the names of a replica's streams begin with. */
    static String prefixOf(String replicaId) {
        return replicaId + SEPARATOR;
    }

    /** The replica that has the stream; empty when the name says none, or is null. */
    static Optional<String> replicaOf(String connectionId) {
        return Optional.ofNullable(connectionId)
                .filter(name -> name.indexOf(SEPARATOR) > 0)
                .map(name -> name.substring(0, name.indexOf(SEPARATOR)));
    }
}
