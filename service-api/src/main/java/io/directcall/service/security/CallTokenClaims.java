package io.directcall.service.security;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallToken;
import io.directcall.contracts.token.CallUser;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;

/** Reads the claims of a token whose signature is valid; empty when a claim is missing or of a wrong type. */
final class CallTokenClaims {
    private CallTokenClaims() {}

    static Optional<CallToken> read(JwtClaims claims) {
        try {
            return read(claims, claims.getClaimValue("data", Map.class));
        } catch (MalformedClaimException malformed) {
            return Optional.empty();
        }
    }

    /** Long ago when the token does not say. */
    static Instant notBefore(JwtClaims claims) {
        try {
            NumericDate notBefore = claims.getNotBefore();
            return notBefore == null ? Instant.EPOCH : Instant.ofEpochSecond(notBefore.getValue());
        } catch (MalformedClaimException malformed) {
            throw new IllegalStateException("a time that is no number was refused before", malformed);
        }
    }

    private static Optional<CallToken> read(JwtClaims claims, Map<?, ?> data) throws MalformedClaimException {
        Optional<String> sessionId = string(data, "sessionId");
        Optional<CallUser> user = user(data, claims.getSubject());
        Optional<Role> role = role(claims.getStringClaimValue("role"));
        Optional<Set<TrackKind>> publishes = publishes(claims, role);
        Optional<Instant> issuedAt = issuedAt(claims);
        if (sessionId.isEmpty() || user.isEmpty() || publishes.isEmpty() || issuedAt.isEmpty()) {
            return Optional.empty();
        }
        Instant expiresAt = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
        return Optional.of(new CallToken(
                claims.getJwtId(),
                user.get(),
                sessionId.get(),
                role.get(),
                publishes.get(),
                issuedAt.get(),
                expiresAt));
    }

    /** In milliseconds, as a token may be revoked and replaced within one second. A token without them counts as of its second's start. */
    private static Optional<Instant> issuedAt(JwtClaims claims) throws MalformedClaimException {
        Long millis = claims.getClaimValue(CallToken.ISSUED_AT_MILLIS, Long.class);
        return millis == null
                ? Optional.ofNullable(claims.getIssuedAt()).map(at -> Instant.ofEpochSecond(at.getValue()))
                : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static Optional<CallUser> user(Map<?, ?> data, String subject) {
        Object user = data == null ? null : data.get("user");
        if (!(user instanceof Map<?, ?> fields) || !string(fields, "uid").equals(Optional.of(subject))) {
            return Optional.empty();
        }
        String avatar = string(fields, "avatar").orElse(null);
        return string(fields, "name").map(name -> new CallUser(subject, name, avatar));
    }

    private static Optional<Role> role(String name) {
        for (Role role : Role.values()) {
            if (nameOf(role).equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /**
     * All that the role allows when the claim is absent. A claim that says what is not understood here must not allow more, or less, than
     * whoever signed it meant: such a token is refused.
     */
    private static Optional<Set<TrackKind>> publishes(JwtClaims claims, Optional<Role> role) {
        if (!claims.getClaimsMap().containsKey("publish")) {
            return role.map(Role::publishes);
        }
        if (!(claims.getClaimValue("publish") instanceof List<?> words)) {
            return Optional.empty();
        }
        List<TrackKind> kinds =
                words.stream().flatMap(word -> kind(word).stream()).toList();
        return kinds.size() == words.size() ? role.map(it -> it.limit(Set.copyOf(kinds))) : Optional.empty();
    }

    private static Optional<TrackKind> kind(Object word) {
        return Arrays.stream(TrackKind.values())
                .filter(kind -> nameOf(kind).equals(word))
                .findFirst();
    }

    private static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> string(Map<?, ?> fields, String name) {
        return fields != null && fields.get(name) instanceof String text && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }
}
