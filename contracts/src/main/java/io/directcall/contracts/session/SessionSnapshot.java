package io.directcall.contracts.session;

import java.time.Instant;
import java.util.List;

/**
 * A session as it was after the event numbered {@code seq}. A client applies the events with a higher {@code seq} to it.
 *
 * @param sessionId named by the application
 * @param type audio or video
 * @param state where it stands
 * @param seq number of the last event that is part of this snapshot
 * @param startedAt when the first participant joined, null before
 * @param endedAt when it ended, null while it has not
 * @param endReason why it ended, null while it has not
 * @param participants who is in it now, in the order of joining
 */
public record SessionSnapshot(
        String sessionId,
        CallType type,
        SessionState state,
        long seq,
        Instant startedAt,
        Instant endedAt,
        EndReason endReason,
        List<Participant> participants) {}
