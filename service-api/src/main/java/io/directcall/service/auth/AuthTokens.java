package io.directcall.service.auth;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.user.AuthToken;
import io.directcall.service.error.ApiException;
import io.directcall.service.topic.Arrivals;
import io.directcall.service.topic.TopicView;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * The auth tokens that are valid now, by their hashes. Written by one thread, read by all.
 *
 * <p>A token is often used milliseconds after it was made, before its record has come: a lookup that finds nothing waits a moment for it.
 */
public final class AuthTokens implements TopicView<AuthToken> {
    /**
     * Set to true in the {@code application.properties} of a service that takes auth tokens, which is read when it is built: the tokens of a
     * large installation take memory that the others need not spend.
     */
    public static final String SWITCH = "directcall.takes-auth-tokens";

    /** How long a record may be on its way: far longer than it is in normal times, short enough to tell a user that a token is wrong. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(AuthTokens.class);

    private final Map<SecretHash, String> uids = new ConcurrentHashMap<>();
    private final Arrivals<SecretHash, String> arrivals;
    private volatile boolean complete;

    /** Nothing is known at first. */
    public AuthTokens() {
        this(PATIENCE);
    }

    AuthTokens(Duration patience) {
        this.arrivals = new Arrivals<>(uids, patience);
    }

    /**
     * The uid of the user whose token it is; empty when it is nobody's. A token that is not known is waited for, at most 1 s. Answers on
     * the Vert.x context of the caller, when there is one.
     *
     * @param token as its holder sends it, a secret
     * @return fails with {@code ERR_UNAVAILABLE} while not all tokens have been read, or too many requests wait for a token
     */
    public Uni<Optional<String>> find(String token) {
        if (!plausible(token)) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (!complete) {
            return Uni.createFrom().failure(new ApiException(ErrorCode.ERR_UNAVAILABLE));
        }
        SecretHash hash = SecretHash.of(token);
        String uid = uids.get(hash);
        return uid == null ? arrivals.await(hash) : Uni.createFrom().item(Optional.of(uid));
    }

    private static boolean plausible(String token) {
        return token.startsWith(AuthToken.START) && token.length() <= AuthToken.MAX_LENGTH;
    }

    /** How many tokens are known. */
    public int size() {
        return uids.size();
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public void markComplete() {
        complete = true;
    }

    @Override
    public void add(AuthToken published) {
        Optional<SecretHash> hash = SecretHash.parse(published.hash());
        if (hash.isEmpty() || published.uid() == null) {
            LOG.warnf("hash=%s ignored: an auth token needs 64 hex digits and a uid", published.hash());
            return;
        }
        uids.put(hash.get(), published.uid());
        arrivals.arrived(hash.get(), published.uid());
    }

    @Override
    public void withdraw(String key) {
        SecretHash.parse(key).ifPresent(uids::remove);
    }
}
