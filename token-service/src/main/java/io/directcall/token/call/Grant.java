package io.directcall.token.call;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.Role;
import io.directcall.service.error.ApiException;
import io.directcall.service.validation.PublicId;

/**
 * What a call token will allow.
 *
 * @param sessionId the only session that it opens
 * @param role what its holder may do there
 */
public record Grant(String sessionId, Role role) {

    /** Who asks. */
    public enum Asker {
        /** A user by its auth token: takes part, no more, since its browser is in nobody's control. */
        USER,
        /** The application's server on behalf of a user: decides on the role. */
        SERVER
    }

    /**
     * Decides on what is asked for.
     *
     * @param wanted null when nothing was sent
     * @throws ApiException {@code ERR_EMPTY_CALL_SESSION_ID}, {@code ERR_BAD_REQUEST} for a malformed session id,
     *     {@code AUTH_ERR_NO_ACCESS} for a role that the asker may not give
     */
    public static Grant decide(NewCallToken wanted, Asker asker) {
        if (wanted == null || wanted.sessionId() == null || wanted.sessionId().isEmpty()) {
            throw new ApiException(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        }
        if (!wanted.sessionId().matches(PublicId.REGEX)) {
            throw new ApiException(
                    ErrorCode.ERR_BAD_REQUEST,
                    "The field 'sessionId' must be 1 to 100 characters of A-Z a-z 0-9 _ . : @ - and not '.' or '..'.");
        }
        Role role = wanted.role() == null ? Role.PARTICIPANT : wanted.role();
        if (asker == Asker.USER && role != Role.PARTICIPANT) {
            throw new ApiException(ErrorCode.AUTH_ERR_NO_ACCESS, "Only the application's server may give this role.");
        }
        return new Grant(wanted.sessionId(), role);
    }
}
