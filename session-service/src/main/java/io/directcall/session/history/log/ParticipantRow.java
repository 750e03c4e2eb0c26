package io.directcall.session.history.log;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Optional;

/** Somebody's part in a call as the table has it. {@code participantId} and {@code avatar} may be null. */
record ParticipantRow(
        long callId,
        String uid,
        String name,
        String avatar,
        String participantId,
        Optional<Instant> joinedAt,
        Optional<Instant> leftAt,
        Optional<String> state,
        boolean isFirst) {
    static ParticipantRow of(Row row) {
        return new ParticipantRow(
                row.getLong("call_id"),
                row.getString("uid"),
                row.getString("name"),
                row.getString("avatar"),
                row.getString("participant_id"),
                CallRow.time(row, "joined_at"),
                CallRow.time(row, "left_at"),
                Optional.ofNullable(row.getString("state")),
                row.getBoolean("is_first"));
    }
}
