package io.directcall.service.security;

import static io.directcall.contracts.error.ErrorCode.AUTH_ERR_TOKEN_INVALID_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.directcall.contracts.token.SigningAlgorithm;
import io.directcall.service.error.ApiException;
import io.directcall.service.keys.SigningKeys;
import io.directcall.service.revocation.Revocations;
import io.directcall.service.test.TestCallTokens;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A key of each algorithm is published, as while one is being replaced by another; a token must be signed as its own key says. */
class SigningAlgorithmAttacksTest {
    private static final Map<SigningAlgorithm, TestCallTokens> OURS = new EnumMap<>(SigningAlgorithm.class);

    static {
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            OURS.put(algorithm, TestCallTokens.unpublished(algorithm));
        }
    }

    private final SigningKeys keys = new SigningKeys();
    private final Revocations revocations = new Revocations(InstantSource.system());
    private final CallTokenVerifier verifier =
            new CallTokenVerifier(keys, revocations, "direct-call", InstantSource.system());

    @BeforeEach
    void publish() {
        OURS.values().forEach(tokens -> keys.add(tokens.signingKey()));
        keys.markComplete();
        revocations.markComplete();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_key_signs_by_its_own_algorithm_is_good(SigningAlgorithm algorithm) {
        assertThat(verifier.verify(OURS.get(algorithm).builder().sign()).sessionId())
                .isEqualTo("session");
    }

    @ParameterizedTest
    @EnumSource
    void alg_none_needs_no_signature(SigningAlgorithm algorithm) {
        // Given
        String[] signed = OURS.get(algorithm).builder().sign().split("\\.", -1);
        String header = header("none", algorithm);

        // When / Then
        assertRefused(header + "." + signed[1] + ".");
        assertRefused(header + "." + signed[1] + "." + signed[2]);
    }

    @ParameterizedTest
    @EnumSource
    void hs256_takes_the_public_key_for_a_secret(SigningAlgorithm algorithm) throws JoseException {
        // Given
        String jwk = OURS.get(algorithm).signingKey().jwk();
        byte[] encoded = publicKey(algorithm).getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(encoded)
                + "\n-----END PUBLIC KEY-----\n";

        // When / Then
        for (byte[] secret : List.of(
                bytes(jwk), encoded, bytes(pem), bytes(Base64.getEncoder().encodeToString(encoded)))) {
            assertRefused(OURS.get(algorithm)
                    .builder()
                    .algorithm("HS256", new HmacKey(secret))
                    .sign());
        }
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(SigningAlgorithm.values())
                .flatMap(one -> Arrays.stream(SigningAlgorithm.values())
                        .filter(other -> other != one)
                        .map(other -> Arguments.of(one, other)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void kid_names_the_key_of_another_algorithm(SigningAlgorithm signedBy, SigningAlgorithm named) {
        assertRefused(OURS.get(signedBy).builder().kid(kid(named)).sign());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void alg_names_another_algorithm_than_the_keys_own(SigningAlgorithm own, SigningAlgorithm named) {
        // Given
        String[] signed = OURS.get(own).builder().sign().split("\\.", -1);

        // When / Then
        assertRefused(header(named.jwsName(), own) + "." + signed[1] + "." + signed[2]);
    }

    static Stream<Arguments> othersForTheSameKey() {
        return Stream.of(
                Arguments.of(SigningAlgorithm.PS256, "RS256"),
                Arguments.of(SigningAlgorithm.PS256, "PS512"),
                Arguments.of(SigningAlgorithm.RS256, "PS256"),
                Arguments.of(SigningAlgorithm.RS256, "RS512"));
    }

    /** The signature is a good one: only that the key is for another algorithm speaks against it. */
    @ParameterizedTest
    @MethodSource("othersForTheSameKey")
    void the_right_key_signs_by_an_algorithm_that_it_is_not_for(SigningAlgorithm own, String other) {
        assertRefused(OURS.get(own).builder().algorithm(other).sign());
    }

    private void assertRefused(String jwt) {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> verifier.verify(jwt));
        assertThat(refusal).as("refusal").isNotNull();
        assertThat(refusal.code()).isEqualTo(AUTH_ERR_TOKEN_INVALID_SIGNATURE);
    }

    private static String header(String alg, SigningAlgorithm key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes("{\"alg\":\"" + alg + "\",\"typ\":\"call+jwt\",\"kid\":\"" + kid(key) + "\"}"));
    }

    private static String kid(SigningAlgorithm algorithm) {
        return OURS.get(algorithm).signingKey().kid();
    }

    private static Key publicKey(SigningAlgorithm algorithm) throws JoseException {
        return PublicJsonWebKey.Factory.newPublicJwk(
                        OURS.get(algorithm).signingKey().jwk())
                .getKey();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
