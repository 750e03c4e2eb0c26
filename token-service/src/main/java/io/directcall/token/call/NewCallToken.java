package io.directcall.token.call;

import io.directcall.contracts.session.Role;

/**
 * The body that asks for a call token.
 *
 * @param sessionId which session it opens
 * @param role what it allows there; participant when absent
 */
public record NewCallToken(String sessionId, Role role) {}
