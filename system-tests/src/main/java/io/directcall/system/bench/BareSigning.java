package io.directcall.system.bench;

import io.directcall.contracts.token.CallToken;
import io.directcall.contracts.token.SigningAlgorithm;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs one payload again and again, as token-service signs call tokens and without all else that it does for one; or checks it so. */
final class BareSigning {
    /** As long as the claims of a call token. */
    private static final String PAYLOAD = "{\"claims\":\"" + "x".repeat(300) + "\"}";

    private static final int RSA_BITS = 2048;

    private final SigningAlgorithm algorithm;
    private final PublicJsonWebKey key;

    BareSigning(SigningAlgorithm algorithm) {
        this.algorithm = algorithm;
        try {
            this.key = generate(algorithm);
        } catch (JoseException impossible) {
            throw new IllegalStateException("every JDK has what " + algorithm + " needs", impossible);
        }
    }

    /**
     * What one thread does with an algorithm.
     *
     * @param signed a second
     * @param verified a second
     */
    record Rates(String algorithm, double signed, double verified) {}

    private static PublicJsonWebKey generate(SigningAlgorithm algorithm) throws JoseException {
        return switch (algorithm) {
            case ES256 -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
            case ES384 -> EcJwkGenerator.generateJwk(EllipticCurves.P384);
            case EDDSA -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            case PS256, RS256 -> RsaJwkGenerator.generateJwk(RSA_BITS);
        };
    }

    /** How many signatures a second this thread makes. */
    double perSecond(Duration time) {
        return timesPerSecond(time, () -> sign().length() > PAYLOAD.length());
    }

    /**
     * The same, and how many it checks.
     *
     * @param warmUp of both, before, which does not count: until the JVM has compiled them they take five times as long
     */
    Rates rates(Duration warmUp, Duration time) {
        String signed = sign();
        timesPerSecond(warmUp, () -> verify(sign()));
        return new Rates(algorithm.jwsName(), perSecond(time), timesPerSecond(time, () -> verify(signed)));
    }

    private static double timesPerSecond(Duration time, BooleanSupplier work) {
        long begin = System.nanoTime();
        long times = 0;
        while (System.nanoTime() - begin < time.toNanos()) {
            if (!work.getAsBoolean()) {
                throw new IllegalStateException("not signed");
            }
            times++;
        }
        return times * 1e9 / (System.nanoTime() - begin);
    }

    private String sign() {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm.jwsName());
        signature.setHeader("typ", CallToken.TYPE);
        signature.setKeyIdHeaderValue("a-key-id-of-forty-three-characters-as-it-is");
        signature.setKey(key.getPrivateKey());
        signature.setPayload(PAYLOAD);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private boolean verify(String jwt) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setCompactSerialization(jwt);
            signature.setKey(key.getKey());
            return signature.verifySignature();
        } catch (JoseException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
