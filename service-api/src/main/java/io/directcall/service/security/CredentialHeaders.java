package io.directcall.service.security;

import java.util.function.UnaryOperator;

/** Finds credentials in the headers of a request, wherever the headers come from: pass the function that looks one up by name. */
public final class CredentialHeaders {
    private static final String BEARER = "bearer ";

    private CredentialHeaders() {}

    /** The call token of {@code callToken} or {@code Authorization: Bearer}, null when there is none. */
    public static String callToken(UnaryOperator<String> headers) {
        String own = notBlank(headers.apply("callToken"));
        return own == null ? bearer(headers.apply("Authorization")) : own;
    }

    /** The API key of {@code apikey}, null when there is none. */
    public static String apiKey(UnaryOperator<String> headers) {
        return notBlank(headers.apply("apikey"));
    }

    /** The user's auth token of {@code authToken}, null when there is none. A bearer token is a call token. */
    public static String authToken(UnaryOperator<String> headers) {
        return notBlank(headers.apply("authToken"));
    }

    private static String bearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? notBlank(authorization.substring(BEARER.length()))
                : null;
    }

    private static String notBlank(String value) {
        return value == null || value.isBlank() ? null : value.trim();
    }
}
