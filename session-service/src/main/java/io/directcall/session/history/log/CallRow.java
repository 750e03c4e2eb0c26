package io.directcall.session.history.log;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** A call as the table has it. */
record CallRow(
        long id,
        String sessionId,
        String mode,
        String type,
        String status,
        String initiator,
        String receiver,
        String receiverType,
        Instant initiatedAt,
        Optional<Instant> startedAt,
        Optional<Instant> videoSince,
        Optional<Instant> endedAt) {
    static CallRow of(Row row) {
        return new CallRow(
                row.getLong("id"),
                row.getString("session_id"),
                row.getString("mode"),
                row.getString("type"),
                row.getString("status"),
                row.getString("initiator"),
                row.getString("receiver"),
                row.getString("receiver_type"),
                row.getOffsetDateTime("initiated_at").toInstant(),
                time(row, "started_at"),
                time(row, "video_since"),
                time(row, "ended_at"));
    }

    static Optional<Instant> time(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
