package io.directcall.session.idempotency;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What tells a request from all others that are to be answered once.
 *
 * @param request SHA-256 of who asks, for which operation, and the key, in hex: two users may choose the same key
 * @param fingerprint SHA-256 of the body, in hex
 */
record RequestKey(String request, String fingerprint) {
    private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

    /**
     * @param subject who asks
     * @param operation method and path
     * @param key as the caller chose it
     * @throws ApiException 400 when the key is not printable ASCII of 1 to 255 characters
     */
    static RequestKey of(String subject, String operation, String key, byte[] body) {
        if (!KEY.matcher(key).matches()) {
            throw new ApiException(
                    ErrorCode.ERR_BAD_REQUEST,
                    "The header 'Idempotency-Key' must be 1 to 255 printable ASCII characters.");
        }
        // None of the three has a line break, so no two requests make the same text.
        String request = String.join("\n", subject, operation, key);
        return new RequestKey(sha256(request.getBytes(StandardCharsets.UTF_8)), sha256(body));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
