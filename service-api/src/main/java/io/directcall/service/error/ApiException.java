package io.directcall.service.error;

import io.directcall.contracts.error.ErrorCode;
import java.util.Objects;

/** A refusal that the caller is told about. Thrown anywhere below a resource; expected trouble, so it carries no stack trace. */
public final class ApiException extends RuntimeException {
    private final ErrorCode code;

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
        super(Objects.requireNonNullElse(message, code.message()), null, false, false);
        this.code = code;
    }

    /** Which error of the catalogue it is; names the HTTP status. */
    public ErrorCode code() {
        return code;
    }
}
