package io.directcall.session.rules;

import io.directcall.contracts.session.LeaveReason;
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
    record Reconnecting(Instant silentSince, Instant until) implements Presence {
        /** Nobody waits any longer for word of the bridge. */
        private Reconnecting knownSilent(Graces graces) {
            Instant known = silentSince.plus(graces.silence());
            return known.isBefore(until) ? new Reconnecting(silentSince, known) : this;
        }
    }

    /**
     * Leaving: its page went, and may come back as a page does that is loaded again. Nothing of the old page counts any more: it is back
     * when it opens another stream than the one it had, or joins as the same participant.
     *
     * @param until when it has left
     * @param oldStreamId the stream of the page that went; empty when there was none
     * @param mediaConnected the bridge hears from it
     */
    record Leaving(Instant until, Optional<String> oldStreamId, boolean mediaConnected) implements Presence {}

    static Presence atJoin(Instant joinedAt, Graces graces) {
        return new Joining(joinedAt, joinedAt.plus(graces.firstStream()));
    }

    default Presence streamOpened(String id) {
        return switch (this) {
            case Joining ignored -> new Streaming(id, false);
            case Streaming streaming -> new Streaming(id, streaming.mediaConnected);
            case MediaOnly ignored -> new Streaming(id, true);
            case Reconnecting ignored -> new Streaming(id, false);
            // Messages come more than once: the old stream's opening brings nobody back.
            case Leaving leaving when leaving.oldStreamId.equals(Optional.of(id)) -> leaving;
            case Leaving leaving -> new Streaming(id, leaving.mediaConnected);
        };
    }

    default Presence streamClosed(String id, Instant now, Graces graces) {
        return switch (this) {
            case Streaming streaming
            when streaming.streamId.equals(id) ->
                streaming.mediaConnected ? new MediaOnly(now) : new Reconnecting(now, now.plus(graces.unheard()));
            case Joining ignored -> this;
            case Streaming ignored -> this;
            case MediaOnly ignored -> this;
            case Reconnecting ignored -> this;
            case Leaving ignored -> this;
        };
    }

    default Presence mediaFound() {
        return switch (this) {
            case Joining joining -> new MediaOnly(joining.since);
            case Streaming streaming -> new Streaming(streaming.streamId, true);
            case MediaOnly mediaOnly -> mediaOnly;
            case Reconnecting reconnecting -> new MediaOnly(reconnecting.silentSince);
            case Leaving leaving -> new Leaving(leaving.until, leaving.oldStreamId, true);
        };
    }

    default Presence mediaLost(Graces graces) {
        return switch (this) {
            case Joining joining -> joining;
            case Streaming streaming -> new Streaming(streaming.streamId, false);
            case MediaOnly mediaOnly ->
                new Reconnecting(mediaOnly.silentSince, mediaOnly.silentSince.plus(graces.silence()));
            case Reconnecting reconnecting -> reconnecting.knownSilent(graces);
            case Leaving leaving -> new Leaving(leaving.until, leaving.oldStreamId, false);
        };
    }

    /** Its page goes. Who says so again is given the time anew. */
    default Presence leaving(Instant until) {
        return switch (this) {
            case Joining ignored -> new Leaving(until, Optional.empty(), false);
            case Streaming streaming -> new Leaving(until, Optional.of(streaming.streamId), streaming.mediaConnected);
            case MediaOnly ignored -> new Leaving(until, Optional.empty(), true);
            case Reconnecting ignored -> new Leaving(until, Optional.empty(), false);
            case Leaving leaving -> new Leaving(until, leaving.oldStreamId, leaving.mediaConnected);
        };
    }

    /** When the participant leaves the session if nothing changes. */
    default Optional<Instant> goneAt() {
        return switch (this) {
            case Joining joining -> Optional.of(joining.until);
            case Streaming ignored -> Optional.empty();
            case MediaOnly ignored -> Optional.empty();
            case Reconnecting reconnecting -> Optional.of(reconnecting.until);
            case Leaving leaving -> Optional.of(leaving.until);
        };
    }

    /**
     * Until when it must be known who opened a stream before the participant leaves. Whoever is lost may be back at the last moment. A page
     * that is loaded again says so by its join, which needs no message: whoever is leaving waits for messages only when they are late.
     */
    default Optional<Instant> streamsKnownBefore(Graces graces) {
        return switch (this) {
            case Joining ignored -> goneAt();
            case Streaming ignored -> goneAt();
            case MediaOnly ignored -> goneAt();
            case Reconnecting ignored -> goneAt();
            case Leaving leaving -> Optional.of(leaving.until.minus(graces.hearing()));
        };
    }

    /** Why it leaves at {@link #goneAt}. */
    default LeaveReason goneBecause() {
        return switch (this) {
            case Joining ignored -> LeaveReason.CONNECTION_LOST;
            case Streaming ignored -> LeaveReason.CONNECTION_LOST;
            case MediaOnly ignored -> LeaveReason.CONNECTION_LOST;
            case Reconnecting ignored -> LeaveReason.CONNECTION_LOST;
            case Leaving ignored -> LeaveReason.LEFT;
        };
    }

    /**
     * How long a participant may be silent.
     *
     * @param firstStream from the join to its first event stream or media
     * @param silence without an event stream, while the bridge has said that its media is away too
     * @param unheard without an event stream, while the bridge has said nothing yet: it complains at once and praises late, so this must be
     *     longer than media-gateway waits until it takes an endpoint as connected
     * @param hearing how old the newest word of events-service may be while nothing is wrong
     */
    record Graces(Duration firstStream, Duration silence, Duration unheard, Duration hearing) {}
}
