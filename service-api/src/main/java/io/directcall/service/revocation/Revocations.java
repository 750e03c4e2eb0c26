package io.directcall.service.revocation;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.token.TokenIdentity;
import io.directcall.service.error.ApiException;
import io.directcall.service.topic.TopicView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** The revocations known now. Written by one thread, read by all. */
public final class Revocations implements TopicView<Revocation> {
    private static final Logger LOG = Logger.getLogger(Revocations.class);

    private final Map<String, Heard> known = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private volatile boolean complete;

    private record Heard(Revocation revocation, Instant when) {}

    /** Nothing is known at first. */
    public Revocations(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a token counts no more. Costs four lookups. */
    public boolean isRevoked(TokenIdentity token) {
        return find(Revocation.OfToken.key(token.tokenId())).isPresent()
                || !token.issuedAt().isAfter(newest(token.uid(), token.sessionId()))
                || isBanned(token.uid(), token.sessionId());
    }

    /** Whether the user may not be in the session, with whatever token. */
    public boolean isBanned(String uid, String sessionId) {
        return find(Revocation.Ban.key(uid, sessionId))
                .filter(ban -> ban.expiresAt() == null || clock.instant().isBefore(ban.expiresAt()))
                .isPresent();
    }

    /**
     * Lets pass only who may be in the session.
     *
     * @throws ApiException 403 {@code ERR_CALL_USER_BANNED}, or 503 {@code ERR_UNAVAILABLE} while not all bans are known
     */
    public void requireAllowed(String uid, String sessionId) {
        if (!complete) {
            throw new ApiException(ErrorCode.ERR_UNAVAILABLE);
        }
        if (isBanned(uid, sessionId)) {
            throw new ApiException(ErrorCode.ERR_CALL_USER_BANNED);
        }
    }

    /** The user's tokens for the session that were issued up to then count no more; long ago when none was revoked. */
    public Instant newest(String uid, String sessionId) {
        Instant ofUser = at(Revocation.OfUser.key(uid));
        Instant inSession = at(Revocation.OfUserInSession.key(uid, sessionId));
        return ofUser.isAfter(inSession) ? ofUser : inSession;
    }

    /** What was heard from then on. */
    public List<Revocation> heardSince(Instant since) {
        return known.values().stream()
                .filter(heard -> !heard.when().isBefore(since))
                .map(Heard::revocation)
                .toList();
    }

    private Instant at(String key) {
        return find(key).map(Revocation::at).orElse(Instant.EPOCH);
    }

    private Optional<Revocation> find(String key) {
        return Optional.ofNullable(known.get(key)).map(Heard::revocation);
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public void markComplete() {
        complete = true;
    }

    /** The outbox may repeat an older one after a newer one of its key. */
    @Override
    public void add(Revocation published) {
        if (published.at() == null) {
            LOG.warnf("key=%s ignored: a revocation needs its time", published.key());
            return;
        }
        var heard = new Heard(published, clock.instant());
        known.merge(
                published.key(),
                heard,
                (before, now) -> published.at().isAfter(before.revocation().at()) ? now : before);
    }

    @Override
    public void withdraw(String key) {
        known.remove(key);
    }
}
