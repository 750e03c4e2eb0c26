package io.directcall.token.key;

import io.directcall.contracts.token.CallToken;
import java.security.PrivateKey;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A P-256 key pair. Its id is the thumbprint of the public key (RFC 7638), so that the id alone proves which key is meant. */
public final class SigningKeyPair {
    private final PublicJsonWebKey jwk;

    private SigningKeyPair(PublicJsonWebKey jwk) {
        this.jwk = jwk;
    }

    /** A new random key. */
    public static SigningKeyPair generate() {
        try {
            EllipticCurveJsonWebKey jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            jwk.setKeyId(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
            jwk.setUse(Use.SIGNATURE);
            jwk.setAlgorithm(CallToken.ALGORITHM);
            return new SigningKeyPair(jwk);
        } catch (JoseException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
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
