package io.directcall.session.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What is known about a participant's connections. It is lost when it has had no event stream for the grace period and the bridge does
 * not hear from it either: one of the two alone happens whenever a network changes or a service restarts.
 *
 * <p>Only the newest stream counts. A reconnecting client opens a new stream before the end of the old one is noticed, and a killed
 * replica of events-service never says that its streams are gone: those must not keep a dead participant in the call.
 *
 * @param streamId the newest event stream, null when it is closed or there was none
 * @param mediaConnected the bridge hears from the participant
 * @param silentSince when the newest stream closed, the time of joining before the first one; null while there is a stream
 * @param lostAt when the participant counts as lost if nothing changes; null while a stream or the media is there
 */
public record Presence(String streamId, boolean mediaConnected, Instant silentSince, Instant lostAt) {

    static Presence atJoin(Instant joinedAt, Graces graces) {
        return new Presence(null, false, joinedAt, joinedAt.plus(graces.firstStream()));
    }

    Presence streamOpened(String id) {
        return new Presence(id, mediaConnected, null, null);
    }

    Presence streamClosed(String id, Instant now, Graces graces) {
        if (!Objects.equals(id, streamId)) {
            return this;
        }
        return new Presence(null, mediaConnected, now, mediaConnected ? null : now.plus(graces.silence()));
    }

    Presence mediaFound() {
        return new Presence(streamId, true, silentSince, null);
    }

    Presence mediaLost(Graces graces) {
        if (!mediaConnected) {
            return this;
        }
        return new Presence(streamId, false, silentSince, streamId == null ? silentSince.plus(graces.silence()) : null);
    }

    boolean isLost(Instant now) {
        return lostAt != null && !lostAt.isAfter(now);
    }

    /**
     * How long a participant may be silent.
     *
     * @param firstStream from the join to its first event stream or media
     * @param silence without an event stream, while its media is away too
     */
    public record Graces(Duration firstStream, Duration silence) {}
}
