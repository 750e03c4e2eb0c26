package io.directcall.service.test;

import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallToken;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** A token in the making: valid for one hour unless a part is changed. */
public final class TestTokenBuilder {
    private final Map<String, Object> claims = new HashMap<>();
    private final Map<String, Object> user = new HashMap<>(Map.of("uid", "alice", "name", "Alice"));
    private final Map<String, Object> data = new HashMap<>(Map.of("sessionId", "session", "user", user));
    private final Map<String, Object> headers = new HashMap<>();
    private String payload;
    private String type = CallToken.TYPE;
    private String algorithm;
    private String kid;
    private Key key;

    TestTokenBuilder(PublicJsonWebKey jwk) {
        this(jwk.getKeyId(), jwk.getAlgorithm(), jwk.getPrivateKey());
        claims.put("iss", "direct-call");
        claims.put("aud", CallToken.AUDIENCE);
        claims.put("sub", "alice");
        claims.put("role", "participant");
        claims.put("data", data);
    }

    /** Without a claim but the id and the times. */
    TestTokenBuilder(String kid, String algorithm, Key key) {
        this.kid = kid;
        this.algorithm = algorithm;
        this.key = key;
        claims.put("jti", UUID.randomUUID().toString());
        issuedAt(Instant.now());
        expiresAt(Instant.now().plus(Duration.ofHours(1)));
    }

    public TestTokenBuilder sessionId(String sessionId) {
        data.put("sessionId", sessionId);
        return this;
    }

    /** Names the user, in the subject and in the data. */
    public TestTokenBuilder uid(String uid) {
        user.put("uid", uid);
        user.put("name", uid);
        return claim("sub", uid);
    }

    public TestTokenBuilder name(String name) {
        user.put("name", name);
        return this;
    }

    public TestTokenBuilder role(Role role) {
        return claim("role", role.name().toLowerCase(Locale.ROOT));
    }

    /** Names what its holder may send. */
    public TestTokenBuilder publish(String... kinds) {
        return claim("publish", List.of(kinds));
    }

    public TestTokenBuilder issuer(String issuer) {
        return claim("iss", issuer);
    }

    public TestTokenBuilder audience(String audience) {
        return claim("aud", audience);
    }

    public TestTokenBuilder issuedAt(Instant at) {
        claim("iat", at.getEpochSecond());
        claim(CallToken.ISSUED_AT_MILLIS, at.toEpochMilli());
        return claim("nbf", at.getEpochSecond());
    }

    public TestTokenBuilder expiresAt(Instant at) {
        return claim("exp", at.getEpochSecond());
    }

    /** A token of yesterday. */
    public TestTokenBuilder expired() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        return issuedAt(yesterday).expiresAt(yesterday.plusSeconds(60));
    }

    /** Sets any claim; null leaves it out. */
    public TestTokenBuilder claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** Header {@code typ}; null leaves it out. */
    public TestTokenBuilder type(String newType) {
        this.type = newType;
        return this;
    }

    /** Header {@code kid}; null leaves it out. */
    public TestTokenBuilder kid(String newKid) {
        this.kid = newKid;
        return this;
    }

    /** One more header. */
    public TestTokenBuilder header(String name, Object value) {
        headers.put(name, value);
        return this;
    }

    /** The whole payload in place of the claims. */
    public TestTokenBuilder payload(String json) {
        this.payload = json;
        return this;
    }

    /** Header {@code alg} with the key that it needs; key null for {@code none}. */
    public TestTokenBuilder algorithm(String newAlgorithm, Key newKey) {
        this.algorithm = newAlgorithm;
        this.key = newKey;
        return this;
    }

    /** Header {@code alg} that the same key is used by. */
    public TestTokenBuilder algorithm(String newAlgorithm) {
        return algorithm(newAlgorithm, key);
    }

    /** The token in its compact form. */
    public String sign() {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setHeader("typ", type);
        signature.setHeader("kid", kid);
        headers.forEach(signature.getHeaders()::setObjectHeaderValue);
        signature.setKey(key);
        signature.setPayload(payload == null ? payload() : payload);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private String payload() {
        JwtClaims payload = new JwtClaims();
        claims.forEach((name, value) -> {
            if (value != null) {
                payload.setClaim(name, value);
            }
        });
        return payload.toJson();
    }
}
