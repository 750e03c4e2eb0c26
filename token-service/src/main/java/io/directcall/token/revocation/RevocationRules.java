package io.directcall.token.revocation;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.token.Revocation.Ban;
import io.directcall.contracts.token.Revocation.OfToken;
import io.directcall.contracts.token.Revocation.OfUser;
import io.directcall.contracts.token.Revocation.OfUserInSession;
import io.directcall.service.error.ApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Which revocations follow from what is asked for, or from what happened. */
final class RevocationRules {
    /** The longest life of a call token, and an hour for clocks that differ. */
    static final Duration KEPT = Duration.ofHours(25);

    private RevocationRules() {}

    /** @throws ApiException 400 when it is not clear what is to be revoked */
    static List<Revocation> asked(NewRevocation wanted, Instant now) {
        requireClear(wanted);
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        if (wanted.jti() != null) {
            return List.of(new OfToken(wanted.jti(), at, at.plus(KEPT)));
        }
        if (wanted.sessionId() == null) {
            return List.of(ofUser(wanted.uid(), now));
        }
        var ofSession = new OfUserInSession(wanted.uid(), wanted.sessionId(), at, at.plus(KEPT));
        Instant end = wanted.banSeconds() == null ? null : at.plusSeconds(wanted.banSeconds());
        return wanted.ban()
                ? List.of(ofSession, new Ban(wanted.uid(), wanted.sessionId(), at, end))
                : List.of(ofSession);
    }

    /** All tokens of a user until now. */
    static Revocation ofUser(String uid, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return new OfUser(uid, at, at.plus(KEPT));
    }

    /** None unless somebody was kicked. A ban alone would let the old tokens in again when it is lifted. */
    static List<Revocation> following(SessionEvent event) {
        if (!(event instanceof ParticipantLeft left) || left.reason() != LeaveReason.KICKED) {
            return List.of();
        }
        var kick = new OfUserInSession(
                left.uid(), left.sessionId(), left.at(), left.at().plus(KEPT));
        return Boolean.TRUE.equals(left.banned())
                ? List.of(kick, new Ban(left.uid(), left.sessionId(), left.at(), null))
                : List.of(kick);
    }

    private static void requireClear(NewRevocation wanted) {
        if ((wanted.jti() == null) == (wanted.uid() == null)) {
            throw unclear("Name either a token in 'jti' or a user in 'uid'.");
        }
        if (wanted.jti() != null && wanted.sessionId() != null) {
            throw unclear("The field 'sessionId' goes with 'uid': a token is for one session anyway.");
        }
        if (wanted.ban() && wanted.sessionId() == null) {
            throw unclear("The field 'ban' needs 'uid' and 'sessionId'.");
        }
        if (wanted.banSeconds() != null && !wanted.ban()) {
            throw unclear("The field 'banSeconds' needs 'ban'.");
        }
    }

    private static ApiException unclear(String message) {
        return new ApiException(ErrorCode.ERR_BAD_REQUEST, message);
    }
}
