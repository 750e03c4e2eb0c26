package io.directcall.token.apikey;

import io.directcall.contracts.apikey.ApiKey;
import io.directcall.service.auth.SecretHash;
import io.directcall.token.secret.RandomSecret;
import java.security.SecureRandom;

/**
 * An API key as its holder sends it: {@code dck_} and 256 random bits. Only its hash is stored, and the first characters, by which its
 * owner recognises it.
 *
 * @param value the whole key, a secret
 */
public record ApiKeySecret(String value) {
    private static final int PREFIX_LENGTH = ApiKey.START.length() + 8;

    /** A new key that nobody knows. */
    public static ApiKeySecret random(SecureRandom random) {
        return new ApiKeySecret(RandomSecret.startingWith(ApiKey.START, random));
    }

    /** What is stored in its place. */
    public SecretHash hash() {
        return SecretHash.of(value);
    }

    /** What lists show of it. */
    public String prefix() {
        return value.substring(0, PREFIX_LENGTH);
    }

    /** Without the secret, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "ApiKeySecret[...]";
    }
}
