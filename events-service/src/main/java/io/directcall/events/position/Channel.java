package io.directcall.events.position;

import java.util.List;

/** A kind of stream, by the topics that it merges. All of them have the same key and the same number of partitions. */
public enum Channel {
    /** What happens in one session. Key: session id. */
    SESSION(List.of(Source.SESSION, Source.MEDIA)),
    /** What concerns one user. Key: uid. */
    USER(List.of(Source.USER));

    /** Made by {@code List.of}, so never changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Source> sources;

    Channel(List<Source> sources) {
        this.sources = sources;
    }

    /** The topics, in the order in which a position names them. */
    public List<Source> sources() {
        return sources;
    }

    int indexOf(Source source) {
        int index = sources.indexOf(source);
        if (index < 0) {
            throw new IllegalArgumentException(source + " is no source of " + this);
        }
        return index;
    }
}
