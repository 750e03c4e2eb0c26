package io.directcall.service.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The SHA-256 of an auth token or an API key, which is known in place of the secret itself. Four numbers, because they take a third of
 * the memory that their text takes.
 */
public record SecretHash(long first, long second, long third, long fourth) {
    private static final int BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    /** The hash of a secret's UTF-8 text. */
    public static SecretHash of(String secret) {
        try {
            return of(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Reads 64 hex digits; empty when the text is anything else. */
    public static Optional<SecretHash> parse(String hex) {
        try {
            return Optional.ofNullable(hex)
                    .filter(text -> text.length() == 2 * BYTES)
                    .map(HEX::parseHex)
                    .map(SecretHash::of);
        } catch (IllegalArgumentException noHex) {
            return Optional.empty();
        }
    }

    private static SecretHash of(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new SecretHash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
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
