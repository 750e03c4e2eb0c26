package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.events.subscription.EndReason;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Looks again and again whether the credentials of a user's stream still count: auth tokens and API keys do not expire, but they are revoked. */
final class UserEntitlement implements Entitlement {
    private static final Logger LOG = Logger.getLogger(UserEntitlement.class);

    private static final Set<ErrorCode> REVOKED =
            Set.of(ErrorCode.AUTH_ERR_AUTH_TOKEN_NOT_FOUND, ErrorCode.AUTH_ERR_APIKEY_NOT_FOUND);

    private final String uid;
    private final Uni<String> user;
    private boolean looking;
    private boolean revoked;

    /**
     * @param uid whose stream it is
     * @param user whose credentials they are, looked up by each subscription; answers on the context of the caller
     */
    UserEntitlement(String uid, Uni<String> user) {
        this.uid = uid;
        this.user = user;
    }

    @Override
    public Optional<EndReason> endedAt(Instant now) {
        if (!looking && !revoked) {
            looking = true;
            user.onTermination()
                    .invoke(() -> looking = false)
                    .subscribe()
                    .with(found -> revoked = !found.equals(uid), this::failed);
        }
        return revoked ? Optional.of(EndReason.TOKEN_REVOKED) : Optional.empty();
    }

    /** What is only not known at the moment does not end a stream. */
    private void failed(Throwable failure) {
        revoked = failure instanceof ApiException refusal && REVOKED.contains(refusal.code());
        LOG.debugf("user=%s credentials are refused now: %s", uid, failure.getMessage());
    }
}
