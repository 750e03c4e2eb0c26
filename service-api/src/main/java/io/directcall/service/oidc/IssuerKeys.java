package io.directcall.service.oidc;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.VertxContext;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;

/**
 * The public keys of the issuer, held in memory. While the issuer can't be reached the last ones stay. Safe for use by many threads, and
 * never waits on one.
 */
final class IssuerKeys {
    /** Anybody can name a key that does not exist, so not every such token may make a request of ours. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final Supplier<Uni<List<JsonWebKey>>> source;
    private final InstantSource clock;
    private volatile List<JsonWebKey> known = List.of();
    private Instant nextAsk = Instant.MIN;
    private CompletableFuture<Boolean> reached = CompletableFuture.completedFuture(false);

    /** @param source asks the issuer */
    IssuerKeys(Supplier<Uni<List<JsonWebKey>>> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * The keys that are valid. Asks the issuer before when none of them has this id, at most once in {@link #PAUSE}. Answers on the
     * Vert.x context of the caller, when there is one.
     *
     * @return fails with {@code ERR_UNAVAILABLE} when none has this id and the issuer could not be reached, because it may have it
     */
    Uni<List<JsonWebKey>> lookFor(String kid) {
        if (has(kid)) {
            return Uni.createFrom().item(known);
        }
        return Uni.createFrom()
                .completionStage(this::answer)
                .emitOn(VertxContext.ofCaller())
                .map(wasReached -> {
                    if (!wasReached && !has(kid)) {
                        throw new ApiException(
                                ErrorCode.ERR_UNAVAILABLE,
                                "The identity provider can't be reached to check the token. Try again.");
                    }
                    return known;
                });
    }

    /** The keys as they are known now; another list when they were read again. */
    List<JsonWebKey> known() {
        return known;
    }

    private boolean has(String kid) {
        return known.stream().anyMatch(key -> kid.equals(key.getKeyId()));
    }

    /** Says whether the issuer answered; a copy, because who gives up waiting cancels it. */
    private synchronized CompletableFuture<Boolean> answer() {
        refresh();
        return reached.copy();
    }

    /** Asks the issuer, unless it is being asked or was in the last {@link #PAUSE}. */
    synchronized void refresh() {
        Instant now = clock.instant();
        if (reached.isDone() && !now.isBefore(nextAsk)) {
            nextAsk = now.plus(PAUSE);
            reached = source.get()
                    .invoke(this::replace)
                    .replaceWith(true)
                    .onFailure()
                    .recoverWithItem(this::keep)
                    .subscribeAsCompletionStage();
        }
    }

    private void replace(List<JsonWebKey> newest) {
        List<String> before = kids(known);
        known = newest;
        if (!before.equals(kids(newest))) {
            LOG.infof("keys=%s are the identity provider's now", kids(newest));
        }
    }

    private boolean keep(Throwable failure) {
        LOG.warnf("keys=%s stay, the identity provider can't be asked for newer ones: %s", kids(known), failure);
        return false;
    }

    private static List<String> kids(List<JsonWebKey> keys) {
        return keys.stream().map(JsonWebKey::getKeyId).toList();
    }
}
