package io.directcall.bridge.dtls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate's fingerprint as SDP and colibri2 write it.
 *
 * @param hash its hash function, for example {@code sha-256}
 * @param value upper-case hexadecimal with colons
 */
public record CertificateFingerprint(String hash, String value) {
    private static final Set<String> ACCEPTED = Set.of("sha-1", "sha-256", "sha-384", "sha-512");

    public CertificateFingerprint {
        hash = hash.toLowerCase(Locale.ROOT);
        value = value.toUpperCase(Locale.ROOT);
    }

    /** Empty when the hash function is not accepted. */
    public static Optional<CertificateFingerprint> of(byte[] der, String hash) {
        String name = hash.toLowerCase(Locale.ROOT);
        if (!ACCEPTED.contains(name)) {
            return Optional.empty();
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance(name.toUpperCase(Locale.ROOT)).digest(der);
            String value = HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
            return Optional.of(new CertificateFingerprint(name, value));
        } catch (GeneralSecurityException unknownHash) {
            return Optional.empty();
        }
    }

    /** Whether it is the fingerprint of that certificate. */
    public boolean matches(byte[] der) {
        return of(der, hash).filter(this::equals).isPresent();
    }
}
