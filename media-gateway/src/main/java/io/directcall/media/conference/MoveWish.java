package io.directcall.media.conference;

import io.directcall.contracts.media.MoveReason;

/**
 * Somebody wants a conference on another bridge.
 *
 * @param bridgeId where it should go, null for wherever there is most room
 */
public record MoveWish(MoveReason reason, String bridgeId) {}
