package io.directcall.session.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the Standard Webhooks specification (1.0.0) says, so that its libraries verify it. */
final class Signer {
    private static final String SECRET_START = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final List<SecretKeySpec> keys;

    private Signer(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * @param secrets at least one
     * @throws IllegalArgumentException with a message that says what a secret is, and does not repeat it
     */
    static Signer of(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw malformed();
        }
        return new Signer(secrets.stream().map(String::trim).map(Signer::key).toList());
    }

    /** The header {@code webhook-signature}: one signature for each secret. */
    String sign(String id, Instant at, String body) {
        byte[] content = (id + "." + at.getEpochSecond() + "." + body).getBytes(UTF_8);
        return keys.stream().map(key -> "v1," + hmac(key, content)).collect(Collectors.joining(" "));
    }

    private static SecretKeySpec key(String secret) {
        if (!secret.startsWith(SECRET_START)) {
            throw malformed();
        }
        byte[] bytes = decode(secret.substring(SECRET_START.length()));
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw malformed();
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "must be whsec_ and the base64 of 24 to 64 bytes, for example of: echo whsec_$(openssl rand -base64 32)");
    }

    private static String hmac(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(content));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }
}
