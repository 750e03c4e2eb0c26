package io.directcall.token.auth;

/**
 * An auth token as the API shows it.
 *
 * @param uid whose it is
 * @param authToken the whole token in the answer that creates it, else its first 12 characters, which name it well enough to revoke it
 * @param createdAt seconds since 1970
 */
public record AuthTokenView(String uid, String authToken, long createdAt) {}
