package io.directcall.service.security;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.service.validation.PublicId;
import java.util.function.UnaryOperator;

/** What the headers of a request offer as proof of a user; not checked yet. */
public sealed interface UserCredentials {
    /**
     * The user itself.
     *
     * @param authToken a secret
     */
    record Holder(String authToken) implements UserCredentials {
        /** Without the secret, so that it cannot slip into a log. */
        @Override
        public String toString() {
            return "Holder[...]";
        }
    }

    /**
     * The application's server for a user.
     *
     * @param apiKey a secret
     * @param uid has the form of a uid
     */
    record Server(String apiKey, String uid) implements UserCredentials {
        /** Without the secret, so that it cannot slip into a log. */
        @Override
        public String toString() {
            return "Server[uid=" + uid + "]";
        }
    }

    /**
     * Reads the headers. The API key counts only together with {@code onBehalfOf}: it names nobody alone.
     *
     * @param headers looks up a header by its name
     * @throws ApiException 401 {@code AUTH_ERR_EMPTY_AUTH_TOKEN} when nothing names a user, 400 {@code ERR_BAD_REQUEST} when
     *     {@code onBehalfOf} is no uid
     */
    static UserCredentials of(UnaryOperator<String> headers) {
        String apiKey = CredentialHeaders.apiKey(headers);
        String onBehalfOf = headers.apply("onBehalfOf");
        if (apiKey != null && onBehalfOf != null) {
            return new Server(apiKey, requireUid(onBehalfOf));
        }
        String authToken = CredentialHeaders.authToken(headers);
        if (authToken != null) {
            return new Holder(authToken);
        }
        throw apiKey == null
                ? new ApiException(ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN)
                : new ApiException(
                        ErrorCode.AUTH_ERR_EMPTY_AUTH_TOKEN,
                        "The API key names no user. Send the user's uid in the header 'onBehalfOf'.");
    }

    private static String requireUid(String onBehalfOf) {
        if (!onBehalfOf.matches(PublicId.REGEX)) {
            throw new ApiException(ErrorCode.ERR_BAD_REQUEST, "The header 'onBehalfOf' must be a uid.");
        }
        return onBehalfOf;
    }
}
