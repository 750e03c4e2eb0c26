package io.directcall.service.oidc;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.directcall.service.validation.PublicId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Decides whether a JWT is one of the issuer's for this installation, and whose. Safe for use by many threads. */
final class IdentityVerifier {
    private static final int CLOCK_SKEW_SECONDS = 30;
    /** Of access tokens (RFC 9068) and ID tokens. Anything else is made for another purpose, as call tokens and logout tokens are. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final Issuer issuer;
    private final IssuerKeys keys;
    private final CheckedTokens checked = new CheckedTokens(InstantSource.system());
    private final AlgorithmConstraints algorithms;

    IdentityVerifier(Issuer issuer, IssuerKeys keys) {
        this.issuer = issuer;
        this.keys = keys;
        this.algorithms = new AlgorithmConstraints(
                ConstraintType.PERMIT, issuer.algorithms().toArray(String[]::new));
    }

    Uni<Identity> verify(String jwt) {
        Optional<Identity> before = checked.find(jwt, keys.known());
        if (before.isPresent()) {
            return Uni.createFrom().item(before.get());
        }
        try {
            String kid = kidOf(jwt);
            return keys.lookFor(kid).map(known -> remember(jwt, claims(jwt, known), known));
        } catch (ApiException refused) {
            return Uni.createFrom().failure(refused);
        }
    }

    /** What can be told without a key is, before the issuer may be asked for one. */
    private String kidOf(String jwt) {
        JsonWebSignature signed = new JsonWebSignature();
        try {
            signed.setCompactSerialization(jwt);
        } catch (JoseException malformed) {
            throw IdentityRefusals.because("it is malformed");
        }
        String type = signed.getHeader("typ");
        if (type != null && !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            throw IdentityRefusals.because("its header 'typ' says that it is for another purpose");
        }
        if (!issuer.algorithms().contains(signed.getAlgorithmHeaderValue())) {
            throw IdentityRefusals.because("its header 'alg' is none of " + issuer.algorithms());
        }
        if (signed.getKeyIdHeaderValue() == null) {
            throw IdentityRefusals.because("it has no header 'kid'");
        }
        return signed.getKeyIdHeaderValue();
    }

    private JwtClaims claims(String jwt, List<JsonWebKey> known) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(algorithms)
                .setExpectedIssuer(true, issuer.url())
                .setExpectedAudience(true, issuer.audience())
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setVerificationKeyResolver(
                        (signed, nesting) -> keyOf(signed, known).getKey())
                .build();
        try {
            return consumer.processToClaims(jwt);
        } catch (InvalidJwtException refused) {
            throw IdentityRefusals.of(refused, issuer);
        }
    }

    private static JsonWebKey keyOf(JsonWebSignature signed, List<JsonWebKey> known) throws UnresolvableKeyException {
        try {
            JsonWebKey key = new VerificationJwkSelector().select(signed, known);
            if (key != null) {
                return key;
            }
        } catch (JoseException unusable) {
            throw new UnresolvableKeyException("no key for this algorithm", unusable);
        }
        throw new UnresolvableKeyException("no such key");
    }

    private Identity remember(String jwt, JwtClaims claims, List<JsonWebKey> known) {
        Identity identity = identity(claims);
        checked.add(jwt, identity, expiryOf(claims), known);
        return identity;
    }

    private static Instant expiryOf(JwtClaims claims) {
        try {
            return Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis())
                    .plusSeconds(CLOCK_SKEW_SECONDS);
        } catch (MalformedClaimException impossible) {
            throw new IllegalStateException("it was checked", impossible);
        }
    }

    private Identity identity(JwtClaims claims) {
        if (claims.getClaimValue(issuer.uidClaim()) instanceof String uid && uid.matches(PublicId.REGEX)) {
            return new Identity(uid, textsOf(claims));
        }
        throw new ApiException(
                ErrorCode.AUTH_ERR_NO_ACCESS,
                "The auth token's claim '" + issuer.uidClaim()
                        + "' is no uid: it must be 1 to 100 characters of A-Z a-z 0-9 _ . : @ - and not '.' or '..'. Let the identity"
                        + " provider add a claim that is one, and name it in directcall.oidc.uid-claim.");
    }

    private static Map<String, String> textsOf(JwtClaims claims) {
        return claims.getClaimsMap().entrySet().stream()
                .filter(claim -> claim.getValue() instanceof String)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, claim -> (String) claim.getValue()));
    }
}
