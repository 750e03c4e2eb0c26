package io.directcall.session.store;

import io.directcall.contracts.session.SessionEvent;
import io.directcall.service.audit.AuditLog;
import org.jboss.logging.Logger;

/** One line and one count for each event and each step of ringing, for operators. */
public final class SessionLog {
    private static final Logger LOG = Logger.getLogger(SessionLog.class);

    private SessionLog() {}

    /** What a command led to. Call it after the commit: what is rolled back did not happen. */
    public static void write(Sessions.Outcome outcome) {
        outcome.notices().stream()
                .map(notice -> notice.what().getClass().getSimpleName())
                .distinct()
                .forEach(what ->
                        LOG.infof("session=%s call=%s", outcome.session().id(), what));
        outcome.notices().forEach(SessionMetrics::count);
        outcome.events().forEach(SessionLog::write);
        outcome.events().forEach(SessionMetrics::count);
        outcome.audit().forEach(AuditLog::write);
    }

    private static void write(SessionEvent event) {
        String head = "session=" + event.sessionId() + " seq=" + event.seq() + " "
                + event.getClass().getSimpleName();
        switch (event) {
            case SessionEvent.SessionStarted started -> LOG.infof("%s type=%s", head, started.callType());
            case SessionEvent.ParticipantJoined joined ->
                LOG.infof("%s participant=%s", head, joined.participant().participantId());
            case SessionEvent.ParticipantUpdated updated ->
                LOG.debugf(
                        "%s participant=%s by=%s", head, updated.participant().participantId(), updated.updatedBy());
            case SessionEvent.ParticipantLeft left ->
                LOG.infof("%s participant=%s reason=%s", head, left.participantId(), left.reason());
            case SessionEvent.VideoRequested asked -> LOG.debugf("%s participant=%s", head, asked.initiator());
            case SessionEvent.SwitchedToVideo switched -> LOG.infof("%s participant=%s", head, switched.initiator());
            case SessionEvent.IdleWarning warning -> LOG.infof("%s participant=%s", head, warning.participantId());
            case SessionEvent.KeptAlive kept -> LOG.debugf("%s participant=%s", head, kept.participantId());
            case SessionEvent.ForModerators ignored -> LOG.debug(head);
            case SessionEvent.SessionEnded ended -> LOG.infof("%s reason=%s", head, ended.reason());
        }
    }
}
