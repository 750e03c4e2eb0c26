package io.directcall.service.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.keys.SigningKeys;
import io.directcall.service.keys.VerificationKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Call tokens whose signature was found good, so that a client's next request costs no other check of it. Nothing that was refused is
 * kept: what is unknown now may be known in a moment. Times and revocations are not decided here.
 */
final class VerifiedTokens {
    /** Of all tokens together; about 24,000 of the usual length, and 40 MB with what they say. */
    private static final long MOST_CHARACTERS = 16L << 20;

    private final SigningKeys keys;
    private final Cache<String, Verified> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String jwt, Verified verified) -> jwt.length())
            .build();

    /**
     * A token with a good signature.
     *
     * @param token what it says
     * @param notBefore claim {@code nbf}
     * @param kid which key signed it
     * @param key what it was checked with
     */
    record Verified(CallToken token, Instant notBefore, String kid, VerificationKey key) {}

    VerifiedTokens(SigningKeys keys) {
        this.keys = keys;
    }

    /** Empty for a token that was not seen, or whose key was withdrawn or replaced since. */
    Optional<Verified> find(String jwt) {
        return Optional.ofNullable(cache.getIfPresent(jwt)).filter(this::isKeyStillKnown);
    }

    private boolean isKeyStillKnown(Verified verified) {
        return keys.find(verified.kid())
                .filter(key -> key.equals(verified.key()))
                .isPresent();
    }

    void add(String jwt, Verified verified) {
        cache.put(jwt, verified);
    }

    void remove(String jwt) {
        cache.invalidate(jwt);
    }
}
