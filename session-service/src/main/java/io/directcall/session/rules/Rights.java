package io.directcall.session.rules;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import io.directcall.session.rules.Decision.Refused;
import io.directcall.session.rules.Policy.MuteOthers;
import io.directcall.session.rules.SessionCommand.Update;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who may change whom. */
final class Rights {
    private final MuteOthers muteOthers;

    Rights(MuteOthers muteOthers) {
        this.muteOthers = muteOthers;
    }

    /** Why this change is not allowed; empty when it is. */
    Optional<Refused> refusalOf(Update update, Session session, Participant participant) {
        if (participant.role() == Role.VIEWER && update.change().touchesMedia()) {
            return refused(ErrorCode.AUTH_ERR_NO_ACCESS);
        }
        if (update.by().owns(participant.uid())) {
            return missingGrant(update.change(), participant.publishes());
        }
        if (!mayTouchOthers(update.by(), update.change(), session)) {
            return refused(ErrorCode.ERR_CALL_NOT_A_PART);
        }
        // Nobody opens another's microphone or camera, or speaks up for another.
        return update.change().onlyTakesAway() ? Optional.empty() : refused(ErrorCode.AUTH_ERR_NO_ACCESS);
    }

    private static Optional<Refused> missingGrant(Change change, Set<TrackKind> publishes) {
        return change.turnsOn().stream()
                .filter(kind -> !publishes.contains(kind))
                .findFirst()
                .map(kind -> new Refused(
                        ErrorCode.AUTH_ERR_NO_ACCESS,
                        "The call token does not let this participant send '"
                                + kind.name().toLowerCase(Locale.ROOT) + "': its claim 'publish' does not name it."));
    }

    private static Optional<Refused> refused(ErrorCode code) {
        return Optional.of(new Refused(code));
    }

    private boolean mayTouchOthers(Actor by, Change change, Session session) {
        return by.moderates()
                || (muteOthers == MuteOthers.EVERYONE && change.mutesOrPauses() && takesPart(session, by));
    }

    /** Of two, either may end the call. */
    static boolean mayEnd(Session session, Actor by) {
        return by.moderates() || (session.members().size() <= 2 && takesPart(session, by));
    }

    /** Whether it is in the call and no viewer. */
    static boolean takesPart(Session session, Actor by) {
        return session.participantOf(by)
                .filter(participant -> participant.role() != Role.VIEWER)
                .isPresent();
    }
}
