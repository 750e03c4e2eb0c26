package io.directcall.service.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.directcall.service.auth.SecretHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;

/** Tokens that were found valid, by their hashes: they come again and again, those of open streams every second. */
final class CheckedTokens {
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Cache<SecretHash, Checked> tokens =
            Caffeine.newBuilder().maximumSize(MOST).build();

    CheckedTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** Whose token it is, when it has not expired since and the keys are still the list that it was checked with. */
    Optional<Identity> find(String jwt, List<JsonWebKey> keys) {
        return Optional.ofNullable(tokens.getIfPresent(SecretHash.of(jwt)))
                .filter(token -> token.checkedWith(keys) && clock.instant().isBefore(token.expiry()))
                .map(Checked::identity);
    }

    void add(String jwt, Identity identity, Instant expiry, List<JsonWebKey> keys) {
        tokens.put(SecretHash.of(jwt), new Checked(identity, expiry, keys));
    }

    private record Checked(Identity identity, Instant expiry, List<JsonWebKey> keys) {
        /** By reference: keys that were read anew are another list, which may lack the one that signed the token. */
        @SuppressWarnings("ReferenceEquality")
        boolean checkedWith(List<JsonWebKey> now) {
            return keys == now;
        }
    }
}
