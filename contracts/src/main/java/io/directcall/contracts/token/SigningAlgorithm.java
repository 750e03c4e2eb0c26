package io.directcall.contracts.token;

import java.util.Arrays;
import java.util.Optional;

/** How call tokens may be signed. Each signing key is for one of these alone. */
public enum SigningAlgorithm {
    /** ECDSA on P-256. What a key is for that does not say. */
    ES256("ES256"),
    /** ECDSA on P-384. */
    ES384("ES384"),
    /** Ed25519 (RFC 8037). */
    EDDSA("EdDSA"),
    /** RSA with PSS. */
    PS256("PS256"),
    /** RSA with PKCS #1 v1.5, for who can check nothing else. */
    RS256("RS256");

    private final String jwsName;

    SigningAlgorithm(String jwsName) {
        this.jwsName = jwsName;
    }

    /** As headers of tokens and JSON Web Keys name it in {@code alg}. */
    public String jwsName() {
        return jwsName;
    }

    /** The one with this {@link #jwsName()}, to the letter; empty for any other. */
    public static Optional<SigningAlgorithm> named(String jwsName) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.jwsName.equals(jwsName))
                .findFirst();
    }

    /** The one that a JSON Web Key is for, by its member {@code alg}: keys were once made for ES256 only, and need not say so. */
    public static Optional<SigningAlgorithm> ofKey(String alg) {
        return alg == null ? Optional.of(ES256) : named(alg);
    }
}
