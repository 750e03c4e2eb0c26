package io.directcall.session.store;

import io.directcall.session.rules.Presence;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What is known about a participant's connections, in columns. Immutable. */
@Embeddable
class PresenceColumns {
    private enum Kind {
        JOINING,
        STREAMING,
        MEDIA_ONLY,
        RECONNECTING
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "presence")
    private Kind kind;

    private String streamId;
    private boolean mediaConnected;
    private Instant silentSince;
    private Instant lostAt;

    protected PresenceColumns() {}

    static PresenceColumns of(Presence presence) {
        var columns = new PresenceColumns();
        columns.lostAt = presence.lostAt().orElse(null);
        switch (presence) {
            case Presence.Joining joining -> {
                columns.kind = Kind.JOINING;
                columns.silentSince = joining.since();
            }
            case Presence.Streaming streaming -> {
                columns.kind = Kind.STREAMING;
                columns.streamId = streaming.streamId();
                columns.mediaConnected = streaming.mediaConnected();
            }
            case Presence.MediaOnly mediaOnly -> {
                columns.kind = Kind.MEDIA_ONLY;
                columns.mediaConnected = true;
                columns.silentSince = mediaOnly.silentSince();
            }
            case Presence.Reconnecting reconnecting -> {
                columns.kind = Kind.RECONNECTING;
                columns.silentSince = reconnecting.silentSince();
            }
        }
        return columns;
    }

    Presence toPresence() {
        return switch (kind) {
            case JOINING -> new Presence.Joining(silentSince, lostAt);
            case STREAMING -> new Presence.Streaming(streamId, mediaConnected);
            case MEDIA_ONLY -> new Presence.MediaOnly(silentSince);
            case RECONNECTING -> new Presence.Reconnecting(silentSince, lostAt);
        };
    }
}
