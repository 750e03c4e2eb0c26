package io.directcall.token.auth;

import io.directcall.contracts.user.AuthToken;
import io.directcall.service.auth.AuthTokenHash;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * An auth token as its holder sends it: {@code dca_} and 256 random bits. Only its hash is stored; plain SHA-256 is enough for that,
 * because nobody can guess through 256 bits. The first characters are stored too, so that tokens can be told apart in lists.
 *
 * @param value the whole token, a secret
 */
public record AuthTokenSecret(String value) {
    private static final int RANDOM_BYTES = 32;
    private static final int PREFIX_LENGTH = AuthToken.START.length() + 8;

    /** A new token that nobody knows. */
    public static AuthTokenSecret random(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new AuthTokenSecret(
                AuthToken.START + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether it can be a token at all; what cannot is not looked up. */
    public boolean plausible() {
        return value.startsWith(AuthToken.START)
                && value.length() > PREFIX_LENGTH
                && value.length() <= AuthToken.MAX_LENGTH;
    }

    /** What is stored in its place, 32 bytes. */
    public byte[] hash() {
        return AuthTokenHash.of(value).bytes();
    }

    /** What lists show of it. */
    public String prefix() {
        return value.substring(0, PREFIX_LENGTH);
    }

    /** Whether the text has the form of what lists show. */
    public static boolean isPrefix(String text) {
        return text.length() == PREFIX_LENGTH && text.matches(AuthToken.START + "[A-Za-z0-9_-]+");
    }

    /** Without the secret, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "AuthTokenSecret[...]";
    }
}
