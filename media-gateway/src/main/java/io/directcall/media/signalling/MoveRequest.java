package io.directcall.media.signalling;

/**
 * Where a session should go.
 *
 * @param bridge id of a bridge, as {@code GET /v3/bridges} lists them; absent for the one with most room
 */
public record MoveRequest(String bridge) {}
