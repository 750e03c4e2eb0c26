package io.directcall.session.history;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.user.CallStatus;
import io.directcall.session.history.HistoryChange.Accepted;
import io.directcall.session.history.HistoryChange.Answered;
import io.directcall.session.history.HistoryChange.Joined;
import io.directcall.session.history.HistoryChange.Left;
import io.directcall.session.history.HistoryChange.MeetingBegan;
import io.directcall.session.history.HistoryChange.Over;
import io.directcall.session.history.HistoryChange.Placed;
import io.directcall.session.history.HistoryChange.Started;
import io.directcall.session.history.HistoryChange.WentOnWithVideo;
import io.directcall.session.rules.Invitation.Callee;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of the history in memory: does with each change what its statement does. */
final class Book {
    private final List<Page> calls = new ArrayList<>();

    /** One call. */
    static final class Page {
        private final Map<String, Part> parts = new HashMap<>();
        private final Map<String, CallStatus> callees = new HashMap<>();
        private CallStatus status;
        private CallType type;
        private Optional<Instant> videoSince = Optional.empty();
        private Optional<Instant> endedAt = Optional.empty();

        private Page(CallStatus status, CallType type) {
            this.status = status;
            this.type = type;
        }

        CallStatus status() {
            return status;
        }

        CallType type() {
            return type;
        }

        Optional<Instant> videoSince() {
            return videoSince;
        }

        Optional<Instant> endedAt() {
            return endedAt;
        }

        /** By participant id. */
        Map<String, Part> parts() {
            return parts;
        }

        /** Those who were called and have not joined. */
        Map<String, CallStatus> callees() {
            return callees;
        }

        private void begin(CallType began, Instant at) {
            type = began;
            videoSince = began == CallType.VIDEO ? Optional.of(at) : Optional.empty();
        }
    }

    /** One participant. */
    record Part(Instant joinedAt, Optional<Instant> leftAt) {}

    List<Page> calls() {
        return calls;
    }

    void write(HistoryChange change) {
        switch (change) {
            case Placed placed -> place(placed);
            case MeetingBegan began -> {
                calls.add(new Page(CallStatus.ONGOING, began.type()));
                calls.getLast().begin(began.type(), began.at());
            }
            case Answered answered ->
                answered.uids().forEach(uid -> calls.getLast().callees.replace(uid, answered.state()));
            case Accepted ignored -> calls.getLast().status = CallStatus.ONGOING;
            case Started started -> calls.getLast().begin(started.type(), started.at());
            case Joined joined -> {
                var participant = joined.participant();
                calls.getLast().callees.remove(participant.uid());
                calls.getLast()
                        .parts
                        .put(participant.participantId(), new Part(participant.joinedAt(), Optional.empty()));
            }
            case Left left ->
                left.participantIds()
                        .forEach(id -> calls.getLast().parts.compute(id, (same, part) -> {
                            if (part == null || part.leftAt.isPresent()) {
                                throw new AssertionError(id + " leaves without being there");
                            }
                            return new Part(part.joinedAt, Optional.of(left.at()));
                        }));
            case WentOnWithVideo video -> calls.getLast().begin(CallType.VIDEO, video.at());
            case Over over -> {
                calls.getLast().status = over.status();
                calls.getLast().endedAt = Optional.of(over.at());
            }
        }
    }

    private void place(Placed placed) {
        var page = new Page(CallStatus.INITIATED, placed.type());
        for (Callee callee : placed.invitation().callees()) {
            page.callees.put(callee.uid(), RingingHistory.stateOf(callee.answer()));
        }
        calls.add(page);
    }
}
