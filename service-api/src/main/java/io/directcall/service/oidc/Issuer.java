package io.directcall.service.oidc;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The identity provider that is trusted.
 *
 * @param url as claim {@code iss} has it
 * @param audience what claim {@code aud} must contain
 * @param algorithms of signatures, none of which has a secret in common with the issuer
 * @param uidClaim the claim that is the uid
 */
record Issuer(String url, String audience, List<String> algorithms, String uidClaim) {
    private static final Set<String> ASYMMETRIC =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    /** @throws IllegalArgumentException when something is wrong with it; says what to change */
    Issuer {
        requireSafe("directcall.oidc.issuer", url);
        if (algorithms.isEmpty() || !ASYMMETRIC.containsAll(algorithms)) {
            throw new IllegalArgumentException("directcall.oidc.algorithms is " + algorithms + " and may have only "
                    + ASYMMETRIC.stream().sorted().toList() + ".");
        }
    }

    /** Empty when none is configured. */
    static Optional<Issuer> of(OidcConfig config) {
        return config.issuer()
                .map(url -> new Issuer(
                        url,
                        config.audience().orElseThrow(Issuer::noAudience),
                        config.algorithms(),
                        config.uidClaim()));
    }

    /** Without one a token that was issued for any other application of the same issuer would be as good. */
    private static IllegalArgumentException noAudience() {
        return new IllegalArgumentException(
                "directcall.oidc.audience is not set. Set it to what claim 'aud' of the tokens for this installation contains.");
    }

    /** Whoever is on the way of an answer without TLS could put in keys of its own. */
    static URI requireSafe(String what, String url) {
        URI uri = parse(what, url);
        boolean safe = "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isLoopback(uri.getHost()));
        if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null || !safe) {
            throw new IllegalArgumentException(what
                    + " must be an https URL without query or fragment (http only to localhost), not '" + url + "'.");
        }
        return uri;
    }

    private static URI parse(String what, String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(what + " is no URL: '" + url + "'.", malformed);
        }
    }

    private static boolean isLoopback(String host) {
        return host != null && host.matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    }

    /** Where the issuer says what it has, after OpenID Connect Discovery 1.0, section 4. */
    String discovery() {
        return url.replaceFirst("/$", "") + "/.well-known/openid-configuration";
    }
}
