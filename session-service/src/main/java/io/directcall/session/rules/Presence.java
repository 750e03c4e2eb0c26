package io.directcall.session.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known about the connections of a participant who is in a session. It is lost when it has had no event stream for the grace
 * period and the bridge does not hear from it either: one of the two alone happens whenever a network changes or a service restarts.
 *
 * <p>Only the newest stream counts. A reconnecting client opens a new stream before the end of the old one is noticed, and a killed
 * replica of events-service never says that its streams are gone: those must not keep a dead participant in the call.
 */
public sealed interface Presence {
    /**
     * Joining: nothing was heard of it yet.
     *
     * @param since when it joined
     * @param until when it counts as lost
     */
    record Joining(Instant since, Instant until) implements Presence {}

    /**
     * Joined, with an event stream.
     *
     * @param streamId the newest stream
     * @param mediaConnected the bridge hears from it
     */
    record Streaming(String streamId, boolean mediaConnected) implements Presence {}

    /**
     * Joined, the bridge hears from it while it has no event stream.
     *
     * @param silentSince when the newest stream closed, or the time of joining
     */
    record MediaOnly(Instant silentSince) implements Presence {}

    /**
     * Reconnecting: neither stream nor media.
     *
     * @param silentSince when the newest stream closed, or the time of joining
     * @param until when it counts as lost
     */
    record Reconnecting(Instant silentSince, Instant until) implements Presence {}

    static Presence atJoin(Instant joinedAt, Graces graces) {
        return new Joining(joinedAt, joinedAt.plus(graces.firstStream()));
    }

    default Presence streamOpened(String id) {
        return switch (this) {
            case Joining ignored -> new Streaming(id, false);
            case Streaming streaming -> new Streaming(id, streaming.mediaConnected);
            case MediaOnly ignored -> new Streaming(id, true);
            case Reconnecting ignored -> new Streaming(id, false);
        };
    }

    default Presence streamClosed(String id, Instant now, Graces graces) {
        return switch (this) {
            case Streaming streaming
            when streaming.streamId.equals(id) ->
                streaming.mediaConnected ? new MediaOnly(now) : new Reconnecting(now, now.plus(graces.silence()));
            case Joining ignored -> this;
            case Streaming ignored -> this;
            case MediaOnly ignored -> this;
            case Reconnecting ignored -> this;
        };
    }

    default Presence mediaFound() {
        return switch (this) {
            case Joining joining -> new MediaOnly(joining.since);
            case Streaming streaming -> new Streaming(streaming.streamId, true);
            case MediaOnly mediaOnly -> mediaOnly;
            case Reconnecting reconnecting -> new MediaOnly(reconnecting.silentSince);
        };
    }

    default Presence mediaLost(Graces graces) {
        return switch (this) {
            case Joining joining -> joining;
            case Streaming streaming -> new Streaming(streaming.streamId, false);
            case MediaOnly mediaOnly ->
                new Reconnecting(mediaOnly.silentSince, mediaOnly.silentSince.plus(graces.silence()));
            case Reconnecting reconnecting -> reconnecting;
        };
    }

    /** When the participant counts as lost if nothing changes. */
    default Optional<Instant> lostAt() {
        return switch (this) {
            case Joining joining -> Optional.of(joining.until);
            case Streaming ignored -> Optional.empty();
            case MediaOnly ignored -> Optional.empty();
            case Reconnecting reconnecting -> Optional.of(reconnecting.until);
        };
    }

    /**
     * How long a participant may be silent.
     *
     * @param firstStream from the join to its first event stream or media
     * @param silence without an event stream, while its media is away too
     */
    record Graces(Duration firstStream, Duration silence) {}
}
