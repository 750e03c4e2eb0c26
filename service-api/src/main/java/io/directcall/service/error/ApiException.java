package io.directcall.service.error;

import io.directcall.contracts.error.ErrorCode;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;

/** A refusal that the caller is told about. Thrown anywhere below a resource; expected trouble, so it carries no stack trace. */
public final class ApiException extends RuntimeException {
    private final ErrorCode code;
    private final Duration wait;

    /** Refuses with the general message of the code. */
    public ApiException(ErrorCode code) {
        this(code, null);
    }

    /**
     * Refuses with a more exact message.
     *
     * @param message what the caller should change; null for the general message of the code
     */
    public ApiException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /**
     * Refuses for a while.
     *
     * @param message as above
     * @param wait when to try again; null when that is not known
     */
    public ApiException(ErrorCode code, String message, Duration wait) {
        super(Objects.requireNonNullElse(message, code.message()), null, false, false);
        this.code = code;
        this.wait = wait;
    }

    /** Which error of the catalogue it is; names the HTTP status. */
    public ErrorCode code() {
        return code;
    }

    /** Header {@code Retry-After}: the whole seconds after which it may work, at least 1. */
    public OptionalLong retryAfter() {
        return wait == null
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }
}
