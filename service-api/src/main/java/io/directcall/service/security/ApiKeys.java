package io.directcall.service.security;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;

/** The API keys of an installation. Compares in a time that tells nothing about the keys. */
public final class ApiKeys {
    private final List<byte[]> digests;

    /** @param keys blank ones are left out: an empty setting must not let anybody in */
    public ApiKeys(Collection<String> keys) {
        this.digests = keys.stream()
                .map(String::trim)
                .filter(key -> !key.isEmpty())
                .map(ApiKeys::digest)
                .toList();
    }

    /** Whether the key is one of the installation's. */
    public boolean knows(String key) {
        byte[] digest = digest(key);
        boolean known = false;
        for (byte[] candidate : digests) {
            known |= MessageDigest.isEqual(candidate, digest);
        }
        return known;
    }

    /**
     * Lets only a known key pass.
     *
     * @param key as it was sent, null when it was not
     * @throws ApiException 401 {@code AUTH_ERR_EMPTY_APIKEY} or {@code AUTH_ERR_APIKEY_NOT_FOUND}
     */
    public void require(String key) {
        if (key == null) {
            throw new ApiException(ErrorCode.AUTH_ERR_EMPTY_APIKEY);
        }
        if (!knows(key)) {
            throw new ApiException(ErrorCode.AUTH_ERR_APIKEY_NOT_FOUND);
        }
    }

    /** Digests have one length, so that not even the length of a key shows in the time. */
    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
