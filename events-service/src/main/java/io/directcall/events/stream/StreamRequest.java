package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.events.fanout.StartFrom;
import io.directcall.events.position.StreamId;
import io.directcall.service.error.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a client asks for.
 *
 * @param participantId who it says it is, null for an observer
 * @param from where the stream starts
 * @param over the client comes back after the last event of a stream that ended for good
 */
record StreamRequest(String participantId, StartFrom from, boolean over) {
    private static final Pattern PARTICIPANT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** 15 digits of milliseconds reach beyond the year 30000. */
    private static final Pattern EPOCH_MILLIS = Pattern.compile("\\d{1,15}");

    /**
     * Reads a request. The header wins over the query, and an event id over the cursor: a browser that reconnects repeats the address of
     * its first request.
     *
     * @param query looks up a query parameter, null when it is missing
     * @param lastEventIdHeader the header {@code Last-Event-ID}, null when it is missing
     * @param clockMargin how much earlier than the cursor the stream starts
     * @throws ApiException {@code ERR_BAD_REQUEST} naming what is wrong
     */
    static StreamRequest parse(UnaryOperator<String> query, String lastEventIdHeader, Duration clockMargin) {
        String participantId = emptyToNull(query.apply("participantId"));
        if (participantId != null && !PARTICIPANT_ID.matcher(participantId).matches()) {
            throw bad("participantId: not an id of a participant.");
        }
        String header = emptyToNull(lastEventIdHeader);
        String lastEventId = header == null ? emptyToNull(query.apply("lastEventId")) : header;
        if (lastEventId != null) {
            StreamId id = StreamId.parse(lastEventId)
                    .orElseThrow(() -> bad("Last-Event-ID: not an id of this stream. Send one that an event had."));
            return new StreamRequest(participantId, new StartFrom.Resume(id.position()), id.last());
        }
        String cursor = emptyToNull(query.apply("cursor"));
        StartFrom from = cursor == null
                ? new StartFrom.Now()
                : new StartFrom.Since(timeOf(cursor).minus(clockMargin));
        return new StreamRequest(participantId, from, false);
    }

    /** True when the stream starts at the client's join and not later. */
    boolean fromJoin() {
        return from instanceof StartFrom.Since;
    }

    private static Instant timeOf(String cursor) {
        if (!EPOCH_MILLIS.matcher(cursor).matches()) {
            throw bad("cursor: not a time in epoch milliseconds. Send the cursor of the join.");
        }
        return Instant.ofEpochMilli(Long.parseLong(cursor));
    }

    private static String emptyToNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static ApiException bad(String message) {
        return new ApiException(ErrorCode.ERR_BAD_REQUEST, message);
    }
}
