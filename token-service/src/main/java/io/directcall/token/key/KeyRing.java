package io.directcall.token.key;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of this installation as this replica knows them. One signs only after this replica has seen it published, else the other
 * services would refuse the tokens.
 */
@Singleton
public class KeyRing {
    private final InstantSource clock;
    private final Set<String> published = ConcurrentHashMap.newKeySet();
    private volatile List<TimedKey> keys = List.of();

    /** Built by the container. */
    public KeyRing() {
        this(InstantSource.system());
    }

    KeyRing(InstantSource clock) {
        this.clock = clock;
    }

    /** @param all the oldest first */
    void load(List<TimedKey> all) {
        keys = List.copyOf(all);
        published.retainAll(kids(all));
    }

    void markPublished(String kid) {
        published.add(kid);
    }

    List<TimedKey> unpublished() {
        return keys.stream().filter(key -> !isPublished(key)).toList();
    }

    /** All keys that tokens may be checked with, the oldest first. */
    public List<TimedKey> all() {
        return keys;
    }

    /** When all of them are used. */
    public List<KeyTimes> times() {
        return keys.stream().map(TimedKey::times).toList();
    }

    /** Whether tokens can be signed. */
    public boolean usable() {
        return signing().isPresent();
    }

    /**
     * The key to sign with now.
     *
     * @throws ApiException {@code ERR_UNAVAILABLE} while none could be published
     */
    public SigningKeyPair require() {
        return signing().orElseThrow(() -> new ApiException(ErrorCode.ERR_UNAVAILABLE));
    }

    /** As {@link KeyRotation#signing}, of those that are published: asked for each token, so in one pass from the newest on. */
    private Optional<SigningKeyPair> signing() {
        Instant now = clock.instant();
        return keys.reversed().stream()
                .filter(key -> !key.times().signsFrom().isAfter(now))
                .filter(this::isPublished)
                .findFirst()
                .map(TimedKey::pair);
    }

    private boolean isPublished(TimedKey key) {
        return published.contains(key.times().kid());
    }

    private static List<String> kids(List<TimedKey> keys) {
        return keys.stream().map(key -> key.times().kid()).toList();
    }
}
