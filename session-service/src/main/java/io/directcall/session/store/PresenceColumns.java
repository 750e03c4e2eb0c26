package io.directcall.session.store;

import io.directcall.session.rules.Presence;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;

/** What is known about a participant's connections, in columns. Immutable. */
@Embeddable
class PresenceColumns {
    private enum Kind {
        JOINING,
        STREAMING,
        MEDIA_ONLY,
        RECONNECTING,
        LEAVING
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "presence")
    private Kind kind;

    private String streamId;
    private boolean mediaConnected;
    private Instant silentSince;
    /** When it leaves if nothing changes. */
    private Instant lostAt;

    protected PresenceColumns() {}

    static PresenceColumns of(Presence presence) {
        var columns = new PresenceColumns();
        columns.lostAt = presence.goneAt().orElse(null);
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
            case Presence.Leaving leaving -> {
                columns.kind = Kind.LEAVING;
                columns.streamId = leaving.oldStreamId().orElse(null);
                columns.mediaConnected = leaving.mediaConnected();
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
            case LEAVING -> new Presence.Leaving(lostAt, Optional.ofNullable(streamId), mediaConnected);
        };
    }
}
