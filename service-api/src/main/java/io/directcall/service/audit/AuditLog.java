package io.directcall.service.audit;

import io.directcall.contracts.audit.AuditActor;
import io.directcall.contracts.audit.AuditEvent;
import org.jboss.logging.Logger;

/** One line of the category {@code directcall.audit} for each event, to be written after the commit: what is rolled back did not happen. */
public final class AuditLog {
    private static final Logger LOG = Logger.getLogger("directcall.audit");

    private AuditLog() {}

    /** Writes the line. */
    public static void write(AuditEvent event) {
        LOG.info(line(event));
    }

    static String line(AuditEvent event) {
        return event.getClass().getSimpleName() + details(event) + by(event.by());
    }

    private static String details(AuditEvent event) {
        return switch (event) {
            case AuditEvent.UserDeleted deleted -> " uid=" + deleted.uid();
            case AuditEvent.AuthTokenIssued issued -> " uid=" + issued.uid() + " hash=" + issued.hash();
            case AuditEvent.AuthTokenRevoked revoked -> " uid=" + revoked.uid() + " hash=" + revoked.hash();
            case AuditEvent.CallTokenIssued issued ->
                " uid=" + issued.uid() + " session=" + issued.sessionId() + " jti=" + issued.jti() + " role="
                        + issued.role() + " expires=" + issued.expiresAt();
            case AuditEvent.SigningKeyMade made -> " kid=" + made.kid() + " signs-from=" + made.signsFrom();
            case AuditEvent.ApiKeyMade made ->
                " api-key=" + made.keyId() + " scope=" + made.scope().word();
            case AuditEvent.ApiKeyRevoked revoked -> " api-key=" + revoked.keyId();
            case AuditEvent.CallTokensRevoked revoked -> revoked(revoked);
            case AuditEvent.BanLifted lifted -> " uid=" + lifted.uid() + " session=" + lifted.sessionId();
            case AuditEvent.ParticipantKicked kicked ->
                " session=" + kicked.sessionId() + " participant=" + kicked.participantId() + " uid=" + kicked.uid();
            case AuditEvent.SessionEndedForAll ended -> " session=" + ended.sessionId();
        };
    }

    private static String revoked(AuditEvent.CallTokensRevoked revoked) {
        String whose = revoked.uid() == null ? " jti=" + revoked.jti() : " uid=" + revoked.uid();
        String where = revoked.sessionId() == null ? "" : " session=" + revoked.sessionId();
        return whose + where + (revoked.banned() ? " banned" : "");
    }

    private static String by(AuditActor actor) {
        return switch (actor.kind()) {
            case API_KEY -> " by-api-key=" + actor.id() + " from=" + actor.address();
            case USER -> " by-user=" + actor.id() + " from=" + actor.address();
            case SYSTEM -> " by-system";
        };
    }
}
