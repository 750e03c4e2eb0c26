package io.directcall.token.call;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Role;
import io.directcall.service.error.ApiException;
import io.directcall.service.validation.PublicId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a call token will allow.
 *
 * @param sessionId the only session that it opens
 * @param role what its holder may do there
 * @param publish what its holder may send there; empty for all that the role allows
 */
public record Grant(String sessionId, Role role, Optional<Set<TrackKind>> publish) {

    private static final Pattern ID = Pattern.compile(PublicId.REGEX);

    /** Who asks. */
    public enum Asker {
        /** A user by its auth token: takes part, no more, since its browser is in nobody's control. */
        USER,
        /** The application's server on behalf of a user: decides on the role and on what is sent. */
        SERVER
    }

    /**
     * Decides on what is asked for.
     *
     * @param wanted null when nothing was sent
     * @throws ApiException {@code ERR_EMPTY_CALL_SESSION_ID}, {@code ERR_BAD_REQUEST} for a malformed session id or a viewer who is to send
     *     something, {@code AUTH_ERR_NO_ACCESS} for what the asker may not give
     */
    public static Grant decide(NewCallToken wanted, Asker asker) {
        if (wanted == null || wanted.sessionId() == null || wanted.sessionId().isEmpty()) {
            throw new ApiException(ErrorCode.ERR_EMPTY_CALL_SESSION_ID);
        }
        if (!ID.matcher(wanted.sessionId()).matches()) {
            throw new ApiException(
                    ErrorCode.ERR_BAD_REQUEST,
                    "The field 'sessionId' must be 1 to 100 characters of A-Z a-z 0-9 _ . : @ - and not '.' or '..'.");
        }
        Role role = wanted.role() == null ? Role.PARTICIPANT : wanted.role();
        if (asker == Asker.USER && role != Role.PARTICIPANT) {
            throw new ApiException(ErrorCode.AUTH_ERR_NO_ACCESS, "Only the application's server may give this role.");
        }
        return new Grant(wanted.sessionId(), role, publish(wanted, role, asker));
    }

    private static Optional<Set<TrackKind>> publish(NewCallToken wanted, Role role, Asker asker) {
        if (wanted.publish() == null) {
            return Optional.empty();
        }
        if (asker == Asker.USER) {
            throw new ApiException(
                    ErrorCode.AUTH_ERR_NO_ACCESS, "Only the application's server may name what is sent, in 'publish'.");
        }
        if (wanted.publish().stream().anyMatch(Objects::isNull)) {
            throw new ApiException(
                    ErrorCode.ERR_BAD_REQUEST, "The field 'publish' must list audio, camera and screen.");
        }
        if (!role.publishes().containsAll(wanted.publish())) {
            throw new ApiException(
                    ErrorCode.ERR_BAD_REQUEST,
                    "The field 'publish' must be empty or left out for this role: it sends nothing.");
        }
        return Optional.of(role.limit(wanted.publish()));
    }
}
