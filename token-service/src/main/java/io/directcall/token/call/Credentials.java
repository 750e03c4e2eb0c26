package io.directcall.token.call;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.service.validation.PublicId;
import io.directcall.token.auth.AuthTokenSecret;

/** What a request for a call token proves itself with. */
public sealed interface Credentials {
    /** The user itself. */
    record User(AuthTokenSecret authToken) implements Credentials {}

    /** The application's server for a user; the API key is not checked yet. */
    record Server(String apiKey, String uid) implements Credentials {}

    /**
     * Sorts out the headers, each of which may be null. The API key counts only together with {@code onBehalfOf}: it names nobody alone.
     *
     * @throws ApiException 401 when there is nothing to go by, 400 when the user is missing or malformed
     */
    static Credentials of(String authToken, String apiKey, String onBehalfOf) {
        if (apiKey != null && onBehalfOf != null) {
            return new Server(apiKey, requireUid(onBehalfOf));
        }
        if (authToken != null && !authToken.isBlank()) {
            return new User(new AuthTokenSecret(authToken.trim()));
        }
        if (apiKey != null) {
            throw new ApiException(ErrorCode.ERR_BAD_REQUEST, "Name the user in the header 'onBehalfOf'.");
        }
        throw new ApiException(ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN);
    }

    private static String requireUid(String onBehalfOf) {
        if (!onBehalfOf.matches(PublicId.REGEX)) {
            throw new ApiException(ErrorCode.ERR_BAD_REQUEST, "The header 'onBehalfOf' must be a uid.");
        }
        return onBehalfOf;
    }
}
