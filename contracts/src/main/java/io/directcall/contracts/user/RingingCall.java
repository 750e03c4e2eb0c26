package io.directcall.contracts.user;

import io.directcall.contracts.session.CallType;
import java.time.Instant;
import java.util.Map;

/**
 * A call that was placed by ringing.
 *
 * @param sessionId made by session-service; the session that everybody who accepts joins
 * @param type audio or video
 * @param status where it stands
 * @param initiator who calls
 * @param receiver uid or guid of who is called
 * @param receiverType what {@code receiver} names
 * @param initiatedAt when it was placed
 * @param ringsUntil when it counts as unanswered
 * @param metadata what the caller sends along, as it was sent; empty when nothing
 */
public record RingingCall(
        String sessionId,
        CallType type,
        CallStatus status,
        User initiator,
        String receiver,
        ReceiverType receiverType,
        Instant initiatedAt,
        Instant ringsUntil,
        Map<String, Object> metadata) {}
