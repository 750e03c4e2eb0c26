package io.directcall.token.auth;

import io.directcall.contracts.user.AuthToken;
import io.directcall.service.auth.SecretHash;
import io.directcall.token.secret.RandomSecret;
import java.security.SecureRandom;

/**
 * An auth token as its holder sends it: {@code dca_} and 256 random bits. Only its hash is stored, and the first characters, so that
 * tokens can be told apart in lists.
 *
 * @param value the whole token, a secret
 */
public record AuthTokenSecret(String value) {
    private static final int PREFIX_LENGTH = AuthToken.START.length() + 8;

    /** A new token that nobody knows. */
    public static AuthTokenSecret random(SecureRandom random) {
        return new AuthTokenSecret(RandomSecret.startingWith(AuthToken.START, random));
    }

    /** Whether it can be a token at all; what cannot is not looked up. */
    public boolean plausible() {
        return value.startsWith(AuthToken.START)
                && value.length() > PREFIX_LENGTH
                && value.length() <= AuthToken.MAX_LENGTH;
    }

    /** What is stored in its place, 32 bytes. */
    public byte[] hash() {
        return SecretHash.of(value).bytes();
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
