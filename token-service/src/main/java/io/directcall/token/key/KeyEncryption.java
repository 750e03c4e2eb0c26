package io.directcall.token.key;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;

/**
 * Encrypts private keys for the database, as JSON Web Encryption (RFC 7516) with AES-256-GCM: whoever reads the database or a backup of it
 * cannot sign. What was encrypted names its secret by the secret's thumbprint.
 */
public final class KeyEncryption {
    private static final int SECRET_BYTES = 32;
    private static final String HOW = "Make one with: openssl rand -base64 32";

    private final Map<String, AesKey> secrets = new LinkedHashMap<>();

    /**
     * @param secrets each 32 bytes in Base64; the first encrypts, all decrypt
     * @throws IllegalArgumentException when there is none, or one is something else
     */
    public KeyEncryption(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("directcall.keys.secrets is empty. " + HOW);
        }
        secrets.forEach(this::add);
    }

    private void add(String secret) {
        AesKey key = new AesKey(bytesOf(secret.strip()));
        secrets.put(new OctetSequenceJsonWebKey(key).calculateBase64urlEncodedThumbprint("SHA-256"), key);
    }

    private static byte[] bytesOf(String secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret);
            if (bytes.length == SECRET_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below, without the secret.
        }
        throw new IllegalArgumentException("directcall.keys.secrets has one that is not 32 bytes in Base64. " + HOW);
    }

    /** With the newest secret. */
    public String encrypt(SigningKeyPair pair) {
        Map.Entry<String, AesKey> newest = secrets.entrySet().iterator().next();
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKeyIdHeaderValue(newest.getKey());
        jwe.setKey(newest.getValue());
        jwe.setPlaintext(pair.privateJwk());
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("every JDK has AES-GCM", impossible);
        }
    }

    /**
     * The pair that was encrypted.
     *
     * @throws IllegalArgumentException when its secret is not among these, or it was changed
     */
    public SigningKeyPair decrypt(String encrypted) {
        try {
            JsonWebEncryption jwe = new JsonWebEncryption();
            jwe.setAlgorithmConstraints(
                    new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT));
            jwe.setContentEncryptionAlgorithmConstraints(
                    new AlgorithmConstraints(ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
            jwe.setCompactSerialization(encrypted);
            jwe.setKey(secretOf(jwe.getKeyIdHeaderValue()));
            return SigningKeyPair.parse(jwe.getPlaintextString());
        } catch (JoseException wrong) {
            throw new IllegalArgumentException("a signing key in the database was changed or is damaged", wrong);
        }
    }

    private AesKey secretOf(String id) {
        AesKey secret = id == null ? null : secrets.get(id);
        if (secret == null) {
            throw new IllegalArgumentException(
                    "a signing key in the database is encrypted with another secret than directcall.keys.secrets has. Add that one.");
        }
        return secret;
    }
}
