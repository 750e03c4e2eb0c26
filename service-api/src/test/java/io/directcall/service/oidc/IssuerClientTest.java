package io.directcall.service.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.directcall.service.test.TestIssuer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerClientTest {
    private static final Vertx VERTX = Vertx.vertx();

    private HttpServer server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void findsTheKeysWhereTheIssuerSays() {
        try (TestIssuer issuer = TestIssuer.start()) {
            assertThat(keysOf(issuer.url()))
                    .extracting(JsonWebKey::getKeyId)
                    .containsExactly(issuer.key().getKeyId());
        }
    }

    @Test
    void believesNoDocumentOfAnotherIssuer() {
        serve("/.well-known/openid-configuration", """
                {"issuer":"https://mallory.example","jwks_uri":"%s/keys"}""".formatted(url));

        assertThatThrownBy(() -> keysOf(url)).hasMessageContaining("calls itself 'https://mallory.example'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"http://id.example/keys\"", "\"file:///etc/passwd\"", "null", "7"})
    void readsNoKeysWithoutTls(String jwksUri) {
        serve("/.well-known/openid-configuration", """
                {"issuer":"%s","jwks_uri":%s}""".formatted(url, jwksUri));

        assertThatThrownBy(() -> keysOf(url)).hasMessageContaining("its jwks_uri must be an https URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"keys\":[]}", "{\"keys\":[{\"kty\":\"unheard of\",\"kid\":\"a\"}]}"})
    void findsNoKeysIsATrouble(String keys) {
        serve("/.well-known/openid-configuration", """
                {"issuer":"%s","jwks_uri":"%s/keys"}""".formatted(url, url));
        serve("/keys", keys);

        assertThatThrownBy(() -> keysOf(url)).hasMessageContaining("publishes no key");
    }

    @Test
    void saysWhatWasAnswered() {
        assertThatThrownBy(() -> keysOf(url)).hasMessageContaining("/.well-known/openid-configuration answered 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "[]", ""})
    void readsNothingButJson(String document) {
        serve("/.well-known/openid-configuration", document);

        assertThatThrownBy(() -> keysOf(url)).isInstanceOf(Exception.class);
    }

    private List<JsonWebKey> keysOf(String issuer) {
        return new IssuerClient(VERTX, new Issuer(issuer, "calls", List.of("ES256"), "sub"))
                .keys()
                .await()
                .indefinitely();
    }

    private void serve(String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }
}
