package io.directcall.session.history;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.user.CallStatus;
import io.directcall.session.history.HistoryChange.Accepted;
import io.directcall.session.history.HistoryChange.Answered;
import io.directcall.session.history.HistoryChange.Over;
import io.directcall.session.history.HistoryChange.Placed;
import io.directcall.session.rules.Decision;
import io.directcall.session.rules.Invitation;
import io.directcall.session.rules.Invitation.Answer;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of ringing is written down; session events tell of it only from the first join on. */
final class RingingHistory {
    private RingingHistory() {}

    /** Placing, answers and the first acceptance. */
    static List<HistoryChange> beforeTheCall(Session before, Session after) {
        if (after.invitation().isEmpty()) {
            return List.of();
        }
        Invitation call = after.invitation().get();
        if (before.invitation().isEmpty()) {
            return List.of(new Placed(call, typeOf(after.life())));
        }
        var changes = new ArrayList<>(answers(before.invitation().get(), call));
        if (before.life() instanceof Life.Ringing && after.life() instanceof Life.Waiting) {
            changes.add(new Accepted());
        }
        return changes;
    }

    /** The end of a call that nobody ever joined. */
    static Optional<HistoryChange> withoutACall(Session before, Decision.Changed change) {
        boolean told = change.events().stream().anyMatch(SessionEvent.SessionEnded.class::isInstance);
        if (told || before.life() instanceof Life.Ended || !(change.after().life() instanceof Life.Ended ended)) {
            return Optional.empty();
        }
        return Optional.of(new Over(ended.callStatus().orElseThrow(), ended.endedAt()));
    }

    /** In the words of CometChat's API. */
    static CallStatus stateOf(Answer answer) {
        return switch (answer) {
            case RINGING -> CallStatus.INITIATED;
            case ACCEPTED -> CallStatus.ONGOING;
            case REJECTED -> CallStatus.REJECTED;
            case BUSY -> CallStatus.BUSY;
            case MISSED -> CallStatus.UNANSWERED;
        };
    }

    private static List<HistoryChange> answers(Invitation before, Invitation after) {
        var changes = new ArrayList<HistoryChange>();
        for (Answer answer : Answer.values()) {
            var uids = new ArrayList<>(after.who(answer));
            uids.removeAll(before.who(answer));
            if (!uids.isEmpty()) {
                changes.add(new Answered(uids, stateOf(answer)));
            }
        }
        return changes;
    }

    private static CallType typeOf(Life life) {
        return switch (life) {
            case Life.Ringing ringing -> ringing.type();
            case Life.Waiting waiting -> waiting.type();
            case Life.Active active -> active.type();
            case Life.Ended ended -> ended.type();
            case Life.NotStarted ignored -> throw new IllegalStateException("an invitation without a call");
        };
    }
}
