package io.directcall.service.keys;

import io.directcall.contracts.token.SigningAlgorithm;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Makes the keys that {@link VerificationKey} takes the public half of. */
public final class NewKeys {
    private NewKeys() {}

    /** A random key without an id, which says what it is for. One for RSA takes a second at times. */
    public static PublicJsonWebKey generate(SigningAlgorithm algorithm) {
        try {
            PublicJsonWebKey key = generateMaterial(algorithm);
            key.setAlgorithm(algorithm.jwsName());
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException("every JDK has what " + algorithm + " needs", impossible);
        }
    }

    private static PublicJsonWebKey generateMaterial(SigningAlgorithm algorithm) throws JoseException {
        return switch (algorithm) {
            case ES256 -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
            case ES384 -> EcJwkGenerator.generateJwk(EllipticCurves.P384);
            case EDDSA -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            case PS256, RS256 -> RsaJwkGenerator.generateJwk(VerificationKey.LEAST_RSA_BITS);
        };
    }
}
