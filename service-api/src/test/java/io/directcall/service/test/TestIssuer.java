package io.directcall.service.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An identity provider on the loopback address: discovery, keys, and tokens signed with the newest of them. */
public final class TestIssuer implements AutoCloseable {
    /** What its tokens are for. */
    public static final String AUDIENCE = "calls";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile EllipticCurveJsonWebKey key = newKey();
    private volatile boolean away;

    private TestIssuer(HttpServer server) {
        this.server = server;
        server.createContext("/.well-known/openid-configuration", this::answerDiscovery);
        server.createContext("/keys", this::answerKeys);
        server.start();
    }

    /** On any free port. */
    public static TestIssuer start() {
        try {
            return new TestIssuer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Claim {@code iss} of its tokens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A valid token of Ada's for one hour, whose parts can be changed. */
    public TestTokenBuilder token() {
        return token(url(), signingKey());
    }

    /** As the issuer with this URL and this key makes it: for tests that the issuer itself can't be passed to. */
    public static TestTokenBuilder token(String url, String signingKey) {
        EllipticCurveJsonWebKey key = parse(signingKey);
        return new TestTokenBuilder(key.getKeyId(), "ES256", key.getPrivateKey())
                .type("JWT")
                .issuer(url)
                .audience(AUDIENCE)
                .claim("sub", "ada")
                .claim("name", "Ada Lovelace");
    }

    /** Its newest key as a JWK, with the private part. */
    public String signingKey() {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    private static EllipticCurveJsonWebKey parse(String jwk) {
        try {
            return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(jwk);
        } catch (JoseException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** Its newest key. */
    public EllipticCurveJsonWebKey key() {
        return key;
    }

    /** Signs with a new key from now on, and publishes the old one no longer. */
    public void rotate() {
        key = newKey();
    }

    /** Answers 503 until it is back. */
    public void goAway() {
        away = true;
    }

    /** Answers again. */
    public void comeBack() {
        away = false;
    }

    /** How often it was asked for anything. */
    public int asked() {
        return asked.get();
    }

    private void answerDiscovery(HttpExchange exchange) throws IOException {
        answer(exchange, JsonUtil.toJson(Map.of("issuer", url(), "jwks_uri", url() + "/keys")));
    }

    private void answerKeys(HttpExchange exchange) throws IOException {
        answer(exchange, new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    private void answer(HttpExchange exchange, String json) throws IOException {
        asked.incrementAndGet();
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static EllipticCurveJsonWebKey newKey() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("issuer-" + UUID.randomUUID());
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
