package io.directcall.token.catchup;

import io.directcall.token.apikey.StoredApiKeys;
import io.directcall.token.auth.AuthTokens;
import io.directcall.token.revocation.RevocationTable;
import io.directcall.token.user.Users;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Publishes users, auth tokens and API keys that are not published: stored before this service published any, or while a replica of an
 * older version still ran beside, or lost by Kafka. Afterwards it finds nothing, which costs a look at two empty indexes and a short table. Several replicas may do it at once.
 */
@ApplicationScoped
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class);

    private final Users users;
    private final AuthTokens tokens;
    private final StoredApiKeys apiKeys;
    private final RevocationTable revocations;

    /** Built by the container. */
    public CatchUp(Users users, AuthTokens tokens, StoredApiKeys apiKeys, RevocationTable revocations) {
        this.users = users;
        this.tokens = tokens;
        this.apiKeys = apiKeys;
        this.revocations = revocations;
    }

    @Scheduled(
            every = "60s",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> publishWhatWasNot() {
        return publishAll("users", users::publishSome)
                .chain(() -> publishAll("auth tokens", tokens::publishSome))
                .chain(() -> publishAll("API keys", apiKeys::publishSome))
                .chain(() -> publishAll("revocations", revocations::publishSome))
                .onFailure()
                .invoke(away -> LOG.warnf("could not look for what is not published yet: %s", away.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** In transactions of a bounded size, until one finds nothing. */
    private static Uni<Void> publishAll(String what, Supplier<Uni<Integer>> publishSome) {
        return Uni.createFrom()
                .deferred(publishSome::get)
                .repeat()
                .until(published -> published == 0)
                .invoke(published -> LOG.infof("published %d %s from before", published, what))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
