package io.directcall.bridge.ice;

import java.security.SecureRandom;

/** User name fragment and password of one side. */
public record IceCredentials(String fragment, String password) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    public static IceCredentials random() {
        return new IceCredentials(token(8), token(24));
    }

    /** Random lower-case letters and digits. */
    public static String token(int length) {
        return RANDOM.ints(length, 0, ALPHABET.length())
                .collect(StringBuilder::new, (out, i) -> out.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
