package io.directcall.service.oidc;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** Fetches the public keys of the issuer: from where its discovery document says. Redirects are not followed. */
final class IssuerClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final Issuer issuer;

    IssuerClient(Vertx vertx, Issuer issuer) {
        this.http =
                vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(Math.toIntExact(TIMEOUT.toMillis())));
        this.issuer = issuer;
    }

    /** Those of a kind that is known here; fails when there is none. */
    Uni<List<JsonWebKey>> keys() {
        return get(issuer.discovery())
                .map(Unchecked.function(this::whereTheKeysAre))
                .chain(this::get)
                .map(Unchecked.function(IssuerClient::keysOf));
    }

    private String whereTheKeysAre(String document) throws IOException, JoseException {
        Map<String, Object> configuration = JsonUtil.parseJson(document);
        if (!issuer.url().equals(configuration.get("issuer"))) {
            throw new IOException("it calls itself '" + configuration.get("issuer") + "'");
        }
        return Issuer.requireSafe("its jwks_uri", String.valueOf(configuration.get("jwks_uri")))
                .toString();
    }

    private static List<JsonWebKey> keysOf(String document) throws IOException, JoseException {
        List<JsonWebKey> keys = new JsonWebKeySet(document).getJsonWebKeys();
        if (keys.isEmpty()) {
            throw new IOException("it publishes no key");
        }
        return List.copyOf(keys);
    }

    private Uni<String> get(String url) {
        RequestOptions options = new RequestOptions()
                .setAbsoluteURI(url)
                .putHeader("accept", "application/json, application/jwk-set+json");
        return Uni.createFrom()
                .completionStage(() -> http.request(options)
                        // Reading is arranged before the answer can arrive: what arrives unread is lost.
                        .compose(request -> request.send().compose(answer -> body(url, answer)))
                        .map(Buffer::toString)
                        .toCompletionStage())
                .ifNoItem()
                .after(TIMEOUT)
                .failWith(() -> new IOException(url + " did not answer within " + TIMEOUT.toSeconds() + " s"));
    }

    private static Future<Buffer> body(String url, HttpClientResponse answer) {
        return answer.statusCode() == 200
                ? answer.body()
                : Future.failedFuture(new IOException(url + " answered " + answer.statusCode()));
    }
}
