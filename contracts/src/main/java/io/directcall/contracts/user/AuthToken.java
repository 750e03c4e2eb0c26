package io.directcall.contracts.user;

import java.time.Instant;

/**
 * An auth token that is valid now.
 *
 * @param hash SHA-256 of the token's UTF-8 text, 64 lower-case hex digits; the token itself is known to its holder alone
 * @param uid whose it is
 * @param createdAt when it was made
 */
public record AuthToken(String hash, String uid, Instant createdAt) {
    /** What every token starts with. */
    public static final String START = "dca_";

    /** The most characters that a token has. */
    public static final int MAX_LENGTH = 200;
}
