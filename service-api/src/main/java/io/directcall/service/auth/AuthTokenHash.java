package io.directcall.service.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 of an auth token, which is known in place of the token itself. Four numbers, because they take a third of the memory that
 * their text takes.
 */
public record AuthTokenHash(long first, long second, long third, long fourth) {
    private static final int BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    /** The hash of a token's UTF-8 text. */
    public static AuthTokenHash of(String token) {
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Reads 64 hex digits; empty when the text is anything else. */
    public static Optional<AuthTokenHash> parse(String hex) {
        try {
            return Optional.ofNullable(hex)
                    .filter(text -> text.length() == 2 * BYTES)
                    .map(HEX::parseHex)
                    .map(AuthTokenHash::of);
        } catch (IllegalArgumentException noHex) {
            return Optional.empty();
        }
    }

    private static AuthTokenHash of(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new AuthTokenHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    /** 64 lower-case hex digits, as Kafka carries it. */
    public String hex() {
        return HEX.formatHex(bytes());
    }
}
