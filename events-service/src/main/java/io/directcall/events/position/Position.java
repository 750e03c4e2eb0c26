package io.directcall.events.position;

/**
 * A place in one partition of both topics: the offset to read next in each. Next and not last, because a position then exists also before
 * the first record, and because Kafka itself counts committed offsets so.
 *
 * @param session next offset of session-events
 * @param media next offset of media-events
 */
public record Position(long session, long media) {

    /** The next offset of one of the topics. */
    public long of(Source source) {
        return source == Source.SESSION ? session : media;
    }

    /** This position with another next offset in one of the topics. */
    public Position with(Source source, long next) {
        return source == Source.SESSION ? new Position(next, media) : new Position(session, next);
    }

    /** True when the record was before this position, so that whoever stands here has seen it. */
    public boolean isPast(Source source, long offset) {
        return offset < of(source);
    }

    /** True when this position is not behind the other in any of the topics. */
    public boolean covers(Position other) {
        return session >= other.session && media >= other.media;
    }

    /** The further of both positions in each topic. */
    public Position max(Position other) {
        if (covers(other)) {
            return this;
        }
        return other.covers(this)
                ? other
                : new Position(Math.max(session, other.session), Math.max(media, other.media));
    }

    /** As it stands in an SSE id: {@code <session>-<media>}. */
    @Override
    public String toString() {
        return session + "-" + media;
    }
}
