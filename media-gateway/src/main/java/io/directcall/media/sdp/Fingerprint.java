package io.directcall.media.sdp;

/**
 * The hash of a DTLS certificate.
 *
 * @param hash name of the hash function, such as {@code sha-256}
 * @param value hex pairs with colons
 * @param setup DTLS role: {@code actpass}, {@code active} or {@code passive}
 */
public record Fingerprint(String hash, String value, String setup) {}
