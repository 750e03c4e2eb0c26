package io.directcall.events.stream;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.events.subscription.EndReason;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks again and again whether the credentials of a user's stream still count: auth tokens and API keys are revoked, tokens of an identity
 * provider expire.
 */
final class UserEntitlement implements Entitlement {
    private static final Logger LOG = Logger.getLogger(UserEntitlement.class);

    private final String uid;
    private final Uni<String> user;
    private boolean looking;
    private Optional<EndReason> ended = Optional.empty();

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
        if (!looking && ended.isEmpty()) {
            looking = true;
            user.onTermination().invoke(() -> looking = false).subscribe().with(this::found, this::failed);
        }
        return ended;
    }

    private void found(String owner) {
        if (!owner.equals(uid)) {
            ended = Optional.of(EndReason.TOKEN_REVOKED);
        }
    }

    private void failed(Throwable failure) {
        ended = failure instanceof ApiException refusal ? reason(refusal.code()) : Optional.empty();
        LOG.debugf("user=%s credentials are refused now: %s", uid, failure.getMessage());
    }

    /** What is only not known at the moment does not end a stream. */
    private static Optional<EndReason> reason(ErrorCode refusal) {
        return switch (refusal) {
            case AUTH_ERR_AUTH_TOKEN_NOT_FOUND, AUTH_ERR_APIKEY_NOT_FOUND -> Optional.of(EndReason.TOKEN_REVOKED);
            case AUTH_ERR_TOKEN_EXPIRED -> Optional.of(EndReason.TOKEN_EXPIRED);
            default -> Optional.empty();
        };
    }
}
