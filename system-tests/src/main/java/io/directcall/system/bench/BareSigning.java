package io.directcall.system.bench;

import io.directcall.contracts.token.CallToken;
import java.security.PrivateKey;
import java.time.Duration;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs one payload again and again, as token-service signs call tokens and without all else that it does for one. */
final class BareSigning {
    /** As long as the claims of a call token. */
    private static final String PAYLOAD = "{\"claims\":\"" + "x".repeat(300) + "\"}";

    private final PrivateKey key;

    BareSigning() {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256).getEcPrivateKey();
        } catch (JoseException impossible) {
            throw new IllegalStateException("every JDK has P-256", impossible);
        }
    }

    /** How many signatures a second this thread makes. */
    double perSecond(Duration time) {
        long begin = System.nanoTime();
        long length = 0;
        long signed = 0;
        while (System.nanoTime() - begin < time.toNanos()) {
            length += sign().length();
            signed++;
        }
        if (length < signed * PAYLOAD.length()) {
            throw new IllegalStateException("not signed");
        }
        return signed * 1e9 / (System.nanoTime() - begin);
    }

    private String sign() {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(CallToken.ALGORITHM);
        signature.setHeader("typ", CallToken.TYPE);
        signature.setKeyIdHeaderValue("a-key-id-of-forty-three-characters-as-it-is");
        signature.setKey(key);
        signature.setPayload(PAYLOAD);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException unusable) {
            throw new IllegalStateException(unusable);
        }
    }
}
