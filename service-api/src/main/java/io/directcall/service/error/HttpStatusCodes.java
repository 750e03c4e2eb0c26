package io.directcall.service.error;

import io.directcall.contracts.error.ErrorCode;

/** Finds the error of the catalogue for a bare HTTP status that a framework answered with. */
final class HttpStatusCodes {
    private HttpStatusCodes() {}

    static ErrorCode codeFor(int status) {
        return switch (status) {
            case 401 -> ErrorCode.AUTH_ERR_TOKEN_INVALID_SIGNATURE;
            case 403 -> ErrorCode.AUTH_ERR_NO_ACCESS;
            case 404 -> ErrorCode.ERR_NOT_FOUND;
            case 405 -> ErrorCode.ERR_METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.ERR_NOT_ACCEPTABLE;
            case 413 -> ErrorCode.ERR_BODY_TOO_LARGE;
            case 415 -> ErrorCode.ERR_UNSUPPORTED_MEDIA_TYPE;
            case 429 -> ErrorCode.ERR_TOO_MANY_REQUESTS;
            case 503 -> ErrorCode.ERR_UNAVAILABLE;
            default -> status < 500 ? ErrorCode.ERR_BAD_REQUEST : ErrorCode.ERR_INTERNAL;
        };
    }
}
