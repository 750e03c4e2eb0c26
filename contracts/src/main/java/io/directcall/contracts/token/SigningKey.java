package io.directcall.contracts.token;

import java.time.Instant;

/**
 * A public key that call tokens are checked with.
 *
 * @param kid key id, also the key of the record in Kafka
 * @param jwk the public key as JSON Web Key (RFC 7517); its {@code alg} is the only algorithm that it is for, ES256 when there is none
 * @param publishedAt when it was first published
 */
public record SigningKey(String kid, String jwk, Instant publishedAt) {}
