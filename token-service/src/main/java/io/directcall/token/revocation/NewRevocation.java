package io.directcall.token.revocation;

import io.directcall.service.validation.PublicId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The body that revokes call tokens: {@code jti}, or {@code uid}, or {@code uid} and {@code sessionId}.
 *
 * @param jti the token with this id
 * @param uid all tokens of the user that were issued until now
 * @param sessionId only those for this session
 * @param ban tokens for the session that are issued later, too
 * @param banSeconds how long the ban lasts; until it is lifted when absent
 */
public record NewRevocation(
        @PublicId String jti,
        @PublicId String uid,
        @PublicId String sessionId,
        boolean ban,
        @Min(1) @Max(31_536_000) Long banSeconds) {}
