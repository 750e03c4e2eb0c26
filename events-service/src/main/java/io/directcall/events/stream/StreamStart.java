package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.events.fanout.StartFrom;
import io.directcall.events.position.Channel;
import io.directcall.events.position.StreamId;
import io.directcall.service.error.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Where a client wants its stream to start.
 *
 * @param from where
 * @param over the client comes back after the last event of a stream that ended for good
 */
record StreamStart(StartFrom from, boolean over) {
    /** 15 digits of milliseconds reach beyond the year 30000. */
    private static final Pattern EPOCH_MILLIS = Pattern.compile("\\d{1,15}");

    /**
     * What counts for the streams of a channel.
     *
     * @param channel the kind of stream
     * @param clockMargin how much earlier than the cursor a stream starts
     * @param otherwise where it starts when the request says nothing
     */
    record Defaults(Channel channel, Duration clockMargin, StartFrom otherwise) {}

    /**
     * Reads a request. The header wins over the query, and an event id over the cursor: a browser that reconnects repeats the address of
     * its first request.
     *
     * @param query looks up a query parameter, null when it is missing
     * @param lastEventIdHeader the header {@code Last-Event-ID}, null when it is missing
     * @throws ApiException {@code ERR_BAD_REQUEST} naming what is wrong
     */
    static StreamStart parse(UnaryOperator<String> query, String lastEventIdHeader, Defaults defaults) {
        String header = emptyToNull(lastEventIdHeader);
        String lastEventId = header == null ? emptyToNull(query.apply("lastEventId")) : header;
        if (lastEventId != null) {
            StreamId id = StreamId.parse(defaults.channel(), lastEventId)
                    .orElseThrow(() -> bad("Last-Event-ID: not an id of this stream. Send one that an event had."));
            return new StreamStart(new StartFrom.Resume(id.position()), id.last());
        }
        String cursor = emptyToNull(query.apply("cursor"));
        StartFrom from = cursor == null
                ? defaults.otherwise()
                : new StartFrom.Since(timeOf(cursor).minus(defaults.clockMargin()));
        return new StreamStart(from, false);
    }

    private static Instant timeOf(String cursor) {
        if (!EPOCH_MILLIS.matcher(cursor).matches()) {
            throw bad("cursor: not a time in epoch milliseconds. Send digits only.");
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
