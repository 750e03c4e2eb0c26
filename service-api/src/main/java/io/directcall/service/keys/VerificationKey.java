package io.directcall.service.keys;

import io.directcall.contracts.token.SigningAlgorithm;
import java.security.PublicKey;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A public key and the one algorithm that it checks signatures of. What a token says of its algorithm is compared to it and decides nothing.
 */
public record VerificationKey(PublicKey key, SigningAlgorithm algorithm) {
    /** Good until 2030 by NIST SP 800-57; keys live for a month. More bits cost several times the processor time. */
    static final int LEAST_RSA_BITS = 2048;

    /**
     * Reads a published key.
     *
     * @throws JoseException when it is none, or not one for its algorithm
     */
    static VerificationKey parse(String json) throws JoseException {
        PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(json);
        SigningAlgorithm algorithm = SigningAlgorithm.ofKey(jwk.getAlgorithm())
                .filter(named -> fits(jwk, named))
                .orElseThrow(() -> new JoseException("no key of type " + jwk.getKeyType() + " for the algorithm "
                        + jwk.getAlgorithm() + " can be used here"));
        return new VerificationKey(jwk.getPublicKey(), algorithm);
    }

    private static boolean fits(PublicJsonWebKey jwk, SigningAlgorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> isOnCurve(jwk, EllipticCurves.P_256);
            case ES384 -> isOnCurve(jwk, EllipticCurves.P_384);
            case EDDSA ->
                jwk instanceof OctetKeyPairJsonWebKey key
                        && OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(key.getSubtype());
            case PS256, RS256 ->
                jwk instanceof RsaJsonWebKey key
                        && key.getRsaPublicKey().getModulus().bitLength() >= LEAST_RSA_BITS;
        };
    }

    private static boolean isOnCurve(PublicJsonWebKey jwk, String curve) {
        return jwk instanceof EllipticCurveJsonWebKey key && curve.equals(key.getCurveName());
    }
}
