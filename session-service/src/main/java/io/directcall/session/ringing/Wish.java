package io.directcall.session.ringing;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.user.ReceiverType;
import java.time.Duration;
import java.util.Map;

/**
 * A call that somebody wants to place.
 *
 * @param caller uid
 * @param receiver uid or guid
 * @param receiverType what {@code receiver} names
 * @param ringing for how long
 * @param metadata what the caller sends along
 */
public record Wish(
        String caller,
        String receiver,
        ReceiverType receiverType,
        CallType type,
        Duration ringing,
        Map<String, Object> metadata) {}
