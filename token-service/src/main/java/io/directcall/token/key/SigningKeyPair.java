package io.directcall.token.key;

import io.directcall.contracts.token.SigningAlgorithm;
import io.directcall.service.keys.NewKeys;
import java.security.PrivateKey;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;

/**
 * A key pair and the algorithm that it is for. Its id is the thumbprint of the public key (RFC 7638), so that the id alone proves which key is
 * meant.
 */
public final class SigningKeyPair {
    private final PublicJsonWebKey jwk;
    private final SigningAlgorithm algorithm;

    private SigningKeyPair(PublicJsonWebKey jwk) {
        this.jwk = jwk;
        this.algorithm = SigningAlgorithm.ofKey(jwk.getAlgorithm())
                .orElseThrow(() -> new IllegalArgumentException("not a key for " + jwk.getAlgorithm()));
    }

    /** A new random key. One for RSA takes too long for an event loop. */
    public static SigningKeyPair generate(SigningAlgorithm algorithm) {
        PublicJsonWebKey jwk = NewKeys.generate(algorithm);
        jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
        jwk.setUse(Use.SIGNATURE);
        return new SigningKeyPair(jwk);
    }

    /**
     * The key that {@link #privateJwk()} was written of.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static SigningKeyPair parse(String privateJwk) {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(privateJwk);
            if (jwk.getPrivateKey() == null) {
                throw new IllegalArgumentException("not a private key");
            }
            return new SigningKeyPair(jwk);
        } catch (JoseException malformed) {
            throw new IllegalArgumentException("not a key", malformed);
        }
    }

    public String kid() {
        return jwk.getKeyId();
    }

    /** What it signs with, and nothing else. */
    public SigningAlgorithm algorithm() {
        return algorithm;
    }

    public PrivateKey privateKey() {
        return jwk.getPrivateKey();
    }

    /** With the secret, for the database alone. */
    public String privateJwk() {
        return jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** Without the secret. */
    public String publicJwk() {
        return jwk.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Without the secret, as members of a JSON object. */
    public Map<String, Object> publicMembers() {
        return ((JsonWebKey) jwk).toParams(OutputControlLevel.PUBLIC_ONLY);
    }
}
