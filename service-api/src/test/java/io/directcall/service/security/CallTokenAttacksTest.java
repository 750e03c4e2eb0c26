package io.directcall.service.security;

import static io.directcall.contracts.error.ErrorCode.AUTH_ERR_TOKEN_EXPIRED;
import static io.directcall.contracts.error.ErrorCode.AUTH_ERR_TOKEN_INVALID_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.error.ApiException;
import io.directcall.service.keys.SigningKeys;
import io.directcall.service.revocation.Revocations;
import io.directcall.service.test.TestCallTokens;
import io.directcall.service.test.TestTokenBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each known way to get a token accepted that was not signed here; see {@code docs/security.md}. */
class CallTokenAttacksTest {
    private static final TestCallTokens OURS = TestCallTokens.unpublished();
    private static final TestCallTokens MALLORY = TestCallTokens.unpublished();

    private final SigningKeys keys = new SigningKeys();
    private final Revocations revocations = new Revocations(InstantSource.system());
    private final CallTokenVerifier verifier =
            new CallTokenVerifier(keys, revocations, "direct-call", InstantSource.system());

    @BeforeEach
    void publish() {
        keys.add(OURS.signingKey());
        keys.markComplete();
        revocations.markComplete();
    }

    /** Case matters: a library that compares without it lets "nOnE" through. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
    void alg_none_needs_no_signature(String algorithm) {
        // Given
        String[] signed = OURS.builder().sign().split("\\.", -1);
        String header = encoded(Map.of(
                "alg",
                algorithm,
                "typ",
                CallToken.TYPE,
                "kid",
                OURS.signingKey().kid()));

        // When / Then
        assertThat(refusal(header + "." + signed[1] + ".")).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
        assertThat(refusal(header + "." + signed[1] + "." + signed[2])).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    static Stream<byte[]> secretsThatAreNone() {
        String jwk = OURS.signingKey().jwk();
        return Stream.of(
                jwk.getBytes(StandardCharsets.UTF_8),
                jwk.repeat(2).getBytes(StandardCharsets.UTF_8),
                Base64.getEncoder().encode(jwk.getBytes(StandardCharsets.UTF_8)),
                new byte[32]);
    }

    @ParameterizedTest
    @MethodSource("secretsThatAreNone")
    void hs256_takes_the_public_key_for_a_secret(byte[] secret) {
        // Given
        String jwt = OURS.builder().algorithm("HS256", new HmacKey(secret)).sign();

        // When / Then
        assertThat(refusal(jwt)).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    /** CVE-2022-21449: Java once took zeros for the signature of anything. */
    @Test
    void a_signature_of_zeros_fits_everything() {
        // Given
        String[] signed = OURS.builder().sign().split("\\.", -1);
        String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

        // When / Then
        assertThat(refusal(signed[0] + "." + signed[1] + "." + zeros)).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void an_embedded_jwk_brings_its_own_key() throws JoseException {
        // Given
        Map<String, Object> jwk = JsonUtil.parseJson(MALLORY.signingKey().jwk());

        // When / Then
        assertRefused(MALLORY.builder().header("jwk", jwk));
    }

    @Test
    void jku_and_x5u_say_where_the_key_is() throws IOException {
        // Given
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/keys.json";

        // When / Then
        assertRefused(MALLORY.builder().header("jku", url));
        assertRefused(MALLORY.builder().header("x5u", url));
        assertRefused(MALLORY.builder().header("x5c", List.of("AAAA")));
        server.stop(0);
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../dev/null",
                "/dev/null",
                "file:///dev/null",
                "' or '1'='1",
                "x'; drop table signing_keys; --",
                "\\u0000",
                "https://mallory.example/key",
                "${jndi:ldap://127.0.0.1/x}"
            })
    void kid_is_a_path_or_a_query(String kid) {
        assertThat(refusal(MALLORY.builder().kid(kid).sign())).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
        assertThat(refusal(OURS.builder().kid(kid).sign())).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void a_foreign_kid_names_a_key_that_nobody_published() {
        assertThat(refusal(MALLORY.builder().sign())).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void a_critical_extension_is_not_understood() {
        assertThat(refusal(OURS.builder()
                        .header("crit", List.of("exp-in-header"))
                        .header("exp-in-header", 1)
                        .sign()))
                .isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    @Test
    void a_token_is_used_before_its_time_by_more_than_half_a_minute() {
        assertThat(refusal(
                        OURS.builder().issuedAt(Instant.now().plusSeconds(40)).sign()))
                .isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
        assertThat(accepted(OURS.builder().issuedAt(Instant.now().plusSeconds(20))))
                .isTrue();
    }

    @Test
    void a_token_is_used_after_its_time_by_more_than_half_a_minute() {
        Instant before = Instant.now().minusSeconds(600);
        assertThat(refusal(OURS.builder()
                        .issuedAt(before)
                        .expiresAt(Instant.now().minusSeconds(40))
                        .sign()))
                .isEqualTo(AUTH_ERR_TOKEN_EXPIRED);
        assertThat(accepted(
                        OURS.builder().issuedAt(before).expiresAt(Instant.now().minusSeconds(20))))
                .isTrue();
    }

    @Test
    void an_auth_token_is_used_as_a_call_token() {
        assertThat(refusal("dca_" + "A".repeat(43))).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    /** The parser that checks and the one that reads could take different ones. */
    @Test
    void a_claim_or_a_header_stands_there_twice() {
        // Given
        String payload = "{\"sub\":\"alice\",\"sub\":\"bob\"}";
        String header = "{\"alg\":\"none\",\"alg\":\"ES256\",\"typ\":\"call+jwt\",\"kid\":\""
                + OURS.signingKey().kid() + "\"}";
        String[] signed = OURS.builder().sign().split("\\.", -1);

        // When / Then
        assertThat(refusal(encoded(header) + "." + signed[1] + "." + signed[2]))
                .isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
        assertThat(refusal(OURS.builder().payload(payload).sign())).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    private void assertRefused(TestTokenBuilder token) {
        assertThat(refusal(token.sign())).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
        assertThat(refusal(token.kid(OURS.signingKey().kid()).sign())).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    private boolean accepted(TestTokenBuilder token) {
        return verifier.verify(token.sign()).sessionId().equals("session");
    }

    private ErrorCode refusal(String jwt) {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> verifier.verify(jwt));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal.code();
    }

    private static String encoded(Map<String, Object> json) {
        return encoded(JsonUtil.toJson(json));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
