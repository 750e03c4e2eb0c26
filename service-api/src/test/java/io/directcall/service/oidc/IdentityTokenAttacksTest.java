package io.directcall.service.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.service.keys.SigningKeys;
import io.directcall.service.revocation.Revocations;
import io.directcall.service.security.CallTokenVerifier;
import io.directcall.service.test.TestCallTokens;
import io.directcall.service.test.TestIssuer;
import io.directcall.service.test.TestTokenBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each known way to pass for somebody with a token that the issuer did not make for this; see {@code docs/security.md}. */
class IdentityTokenAttacksTest {
    private static OidcRig rig;
    private static TestIssuer mallory;

    @BeforeAll
    static void start() {
        rig = new OidcRig();
        mallory = TestIssuer.start();
        rig.accepted(rig.issuer().token().sign());
    }

    @AfterAll
    static void stop() {
        rig.close();
        mallory.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE"})
    void alg_none_needs_no_signature(String algorithm) {
        // Given
        String[] signed = ours().sign().split("\\.", -1);
        String header = encoded(JsonUtil.toJson(Map.of("alg", algorithm, "kid", kid())));

        // When / Then
        assertRefused(header + "." + signed[1] + ".", "'alg'");
        assertRefused(header + "." + signed[1] + "." + signed[2], "'alg'");
    }

    @Test
    void hs256_takes_the_public_key_for_a_secret() {
        // Given
        String jwk = rig.issuer().key().toJson(OutputControlLevel.PUBLIC_ONLY);
        byte[] encoded = rig.issuer().key().getPublicKey().getEncoded();

        // When / Then
        for (byte[] secret : List.of(jwk.getBytes(StandardCharsets.UTF_8), encoded)) {
            assertRefused(ours().algorithm("HS256", new HmacKey(secret)).sign(), "'alg'");
        }
    }

    @Test
    void a_signature_of_zeros_fits_everything() {
        // Given
        String signed = ours().sign();
        String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);

        // When / Then
        assertRefused(signed.substring(0, signed.lastIndexOf('.') + 1) + zeros, "did not sign");
    }

    @Test
    void jwk_jku_x5u_and_x5c_bring_their_own_key() throws JoseException {
        // Given
        Map<String, Object> jwk = JsonUtil.parseJson(mallory.key().toJson(OutputControlLevel.PUBLIC_ONLY));
        int asked = mallory.asked();

        // When / Then
        for (Map.Entry<String, Object> header : Map.<String, Object>of(
                        "jwk",
                        jwk,
                        "jku",
                        mallory.url() + "/keys",
                        "x5u",
                        mallory.url() + "/keys",
                        "x5c",
                        List.of("AAAA"))
                .entrySet()) {
            assertRefused(forged().header(header.getKey(), header.getValue()).sign(), "did not sign");
            assertRefused(
                    forged().kid(kid())
                            .header(header.getKey(), header.getValue())
                            .sign(),
                    "did not sign");
        }
        assertThat(mallory.asked()).isEqualTo(asked);
    }

    @Test
    void a_foreign_kid_names_a_key_that_the_issuer_does_not_have() {
        assertRefused(forged().sign(), "did not sign");
        assertRefused(ours().kid("../../dev/null").sign(), "did not sign");
        assertRefused(ours().kid(null).sign(), "'kid'");
    }

    /** Each of them would make services ask the issuer, and the issuer's limits would then keep good users out. */
    @Test
    void a_storm_of_foreign_kids_floods_the_issuer() {
        // Given
        int before = rig.issuer().asked();

        // When
        for (int i = 0; i < 100; i++) {
            rig.refusal(ours().kid("storm-" + i).sign());
        }

        // Then
        assertThat(rig.issuer().asked()).isEqualTo(before);
    }

    @Test
    void a_token_of_another_issuer() {
        assertRefused(ours().issuer(mallory.url()).sign(), "'iss'");
        assertRefused(ours().issuer(rig.issuer().url() + "/").sign(), "'iss'");
        assertRefused(ours().claim("iss", null).sign(), "'iss'");
    }

    /** Another application of the same issuer could use the tokens of those who log in there. */
    @Test
    void a_token_for_another_application() {
        assertRefused(ours().audience("mail").sign(), "'aud'");
        assertRefused(ours().claim("aud", List.of("mail", "calls2")).sign(), "'aud'");
        assertRefused(ours().claim("aud", null).sign(), "'aud'");
        assertRefused(ours().audience("mail").claim("azp", TestIssuer.AUDIENCE).sign(), "'aud'");
    }

    @Test
    void a_token_before_its_time_or_without_an_end() {
        assertRefused(ours().issuedAt(Instant.now().plusSeconds(60)).sign(), "not valid yet");
        assertRefused(ours().claim("exp", null).sign(), "'exp'");
        assertRefused(ours().claim("exp", "soon").sign(), "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../admin", "a/b", "..", ".", "a%2fb", "a b", "auth0|1", "ädä", "a\u0000", "", "a\nb", "a?b#c"})
    void a_uid_with_a_path_or_a_control_character(String uid) {
        assertNoUid(ours().claim("sub", uid));
    }

    @Test
    void a_uid_that_is_too_long_or_no_text() {
        assertNoUid(ours().claim("sub", "a".repeat(101)));
        assertNoUid(ours().claim("sub", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call+jwt", "logout+jwt", "dpop+jwt", "secevent+jwt", ""})
    void a_token_that_the_issuer_made_for_another_purpose(String type) {
        assertRefused(ours().type(type).sign(), "'typ'");
    }

    @Test
    void a_call_token_is_used_as_an_auth_token() {
        TestCallTokens calls = TestCallTokens.unpublished();
        assertRefused(calls.builder().sign(), "'typ'");
        assertRefused(calls.builder().type("JWT").sign(), "did not sign");
    }

    /** Even by an issuer that names itself as we do, and who would put in what a call token says. */
    @Test
    void a_token_of_the_issuer_is_used_as_a_call_token() {
        // Given
        SigningKeys keys = new SigningKeys();
        keys.markComplete();
        Revocations revocations = new Revocations(InstantSource.system());
        revocations.markComplete();
        CallTokenVerifier callTokens =
                new CallTokenVerifier(keys, revocations, rig.issuer().url(), InstantSource.system());

        // When / Then
        for (TestTokenBuilder token : List.of(ours(), ours().type("call+jwt").audience("direct-call"))) {
            assertThatThrownBy(() -> callTokens.verify(token.sign()))
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            refusal ->
                                    assertThat(refusal.code()).isEqualTo(ErrorCode.AUTH_ERR_TOKEN_INVALID_SIGNATURE));
        }
    }

    @Test
    void a_claim_or_a_header_stands_there_twice() {
        // Given
        String[] signed = ours().sign().split("\\.", -1);
        String header = "{\"alg\":\"none\",\"alg\":\"ES256\",\"kid\":\"" + kid() + "\"}";

        // When / Then
        assertRefused(encoded(header) + "." + signed[1] + "." + signed[2], "malformed");
        assertRefused(ours().payload("{\"sub\":\"ada\",\"sub\":\"bob\"}").sign(), "malformed");
    }

    @Test
    void a_critical_extension_is_not_understood() {
        assertRefused(
                ours().header("crit", List.of("exp-in-header"))
                        .header("exp-in-header", 1)
                        .sign(),
                "did not sign");
    }

    private static TestTokenBuilder ours() {
        return rig.issuer().token();
    }

    /** As ours, signed by somebody else. */
    private static TestTokenBuilder forged() {
        return mallory.token().issuer(rig.issuer().url());
    }

    private static String kid() {
        return rig.issuer().key().getKeyId();
    }

    private static void assertRefused(String jwt, String reason) {
        assertRefusal(rig.refusal(jwt), ErrorCode.AUTH_ERR_AUTH_TOKEN_NOT_FOUND, reason);
    }

    private static void assertNoUid(TestTokenBuilder token) {
        assertRefusal(rig.refusal(token.sign()), ErrorCode.AUTH_ERR_NO_ACCESS, "claim 'sub' is no uid");
    }

    private static void assertRefusal(ApiException refusal, ErrorCode code, String reason) {
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessageContaining(reason);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
