package io.directcall.session.history;

import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.user.CallStatus;
import io.directcall.session.history.HistoryChange.Joined;
import io.directcall.session.history.HistoryChange.Left;
import io.directcall.session.history.HistoryChange.MeetingBegan;
import io.directcall.session.history.HistoryChange.Over;
import io.directcall.session.history.HistoryChange.Started;
import io.directcall.session.history.HistoryChange.WentOnWithVideo;
import io.directcall.session.rules.Decision;
import io.directcall.session.rules.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what happened in a session into what is written down: nothing for most changes. */
final class HistoryRules {
    private HistoryRules() {}

    /** In the order in which it is to be written. */
    static List<HistoryChange> of(Session before, Decision.Changed change) {
        var changes = new ArrayList<>(RingingHistory.beforeTheCall(before, change.after()));
        for (SessionEvent event : change.events()) {
            of(event, change).ifPresent(entry -> add(changes, entry));
        }
        RingingHistory.withoutACall(before, change).ifPresent(changes::add);
        return List.copyOf(changes);
    }

    private static Optional<HistoryChange> of(SessionEvent event, Decision.Changed change) {
        return switch (event) {
            case SessionEvent.SessionStarted started -> Optional.of(beginning(started, change));
            case SessionEvent.ParticipantJoined joined -> Optional.of(new Joined(joined.participant()));
            case SessionEvent.ParticipantLeft left -> Optional.of(new Left(List.of(left.participantId()), left.at()));
            case SessionEvent.SwitchedToVideo switched -> Optional.of(new WentOnWithVideo(switched.at()));
            case SessionEvent.SessionEnded ended -> Optional.of(new Over(CallStatus.ENDED, ended.at()));
            case SessionEvent.ParticipantUpdated ignored -> Optional.empty();
            case SessionEvent.VideoRequested ignored -> Optional.empty();
            case SessionEvent.IdleWarning ignored -> Optional.empty();
            case SessionEvent.KeptAlive ignored -> Optional.empty();
            case SessionEvent.ForModerators ignored -> Optional.empty();
        };
    }

    private static HistoryChange beginning(SessionEvent.SessionStarted started, Decision.Changed change) {
        return change.after().invitation().isPresent()
                ? new Started(started.callType(), started.at())
                : new MeetingBegan(started.callType(), firstToJoin(change.events()), started.at());
    }

    /** A meeting starts with the join of whoever calls it. */
    private static String firstToJoin(List<SessionEvent> events) {
        return events.stream()
                .filter(SessionEvent.ParticipantJoined.class::isInstance)
                .map(event ->
                        ((SessionEvent.ParticipantJoined) event).participant().uid())
                .findFirst()
                .orElseThrow();
    }

    /** A crowd that leaves together is one statement. */
    private static void add(List<HistoryChange> changes, HistoryChange change) {
        if (change instanceof Left next && !changes.isEmpty() && changes.getLast() instanceof Left before) {
            var everybody = new ArrayList<>(before.participantIds());
            everybody.addAll(next.participantIds());
            changes.set(changes.size() - 1, new Left(everybody, next.at()));
        } else {
            changes.add(change);
        }
    }
}
