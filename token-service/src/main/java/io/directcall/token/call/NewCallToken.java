package io.directcall.token.call;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Role;
import java.util.Set;

/**
 * The body that asks for a call token.
 *
 * @param sessionId which session it opens
 * @param role what it allows there; participant when absent
 * @param publish what its holder may send there; all that the role allows when absent
 */
public record NewCallToken(String sessionId, Role role, Set<TrackKind> publish) {}
