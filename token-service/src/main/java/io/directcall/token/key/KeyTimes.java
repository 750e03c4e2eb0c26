package io.directcall.token.key;

import java.time.Instant;

/**
 * When a key is used.
 *
 * @param kid its id
 * @param generation 1 for the first key of an installation, one more for each that follows
 * @param createdAt when it was made
 * @param signsFrom when it begins to sign; it ends when the next one begins
 */
public record KeyTimes(String kid, int generation, Instant createdAt, Instant signsFrom) {}
