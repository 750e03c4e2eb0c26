package io.directcall.token.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets of 256 random bits. Nobody can guess through so many, so plain SHA-256 is enough to store them. */
public final class RandomSecret {
    private static final int BYTES = 32;

    private RandomSecret() {}

    /** A text that nobody knows. */
    public static String startingWith(String start, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return start + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
