package io.directcall.session.rules;

import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.user.RingingCall;
import io.directcall.session.rules.Invitation.Answer;
import io.directcall.session.rules.Notice.What;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what users are told by one decision: each of them one thing, the last. */
final class Notices {
    private final Map<String, What> whats = new LinkedHashMap<>();

    void add(String uid, What what) {
        whats.put(uid, what);
    }

    /** @param life before the end */
    void ended(Invitation call, Life life, EndReason reason, String by) {
        switch (life) {
            case Life.Ringing ignored -> unanswered(call, reason);
            case Life.Waiting ignored -> tookPlace(call, by);
            case Life.Active ignored -> tookPlace(call, by);
            case Life.NotStarted ignored -> {}
            case Life.Ended ignored -> {}
        }
    }

    /** A rejection was told already. */
    private void unanswered(Invitation call, EndReason reason) {
        What what = reason == EndReason.UNANSWERED ? new Notice.Unanswered() : new Notice.Cancelled();
        call.who(Answer.RINGING).forEach(uid -> add(uid, what));
        if (reason == EndReason.UNANSWERED || reason == EndReason.CANCELLED) {
            add(call.caller().uid(), what);
        }
    }

    private void tookPlace(Invitation call, String by) {
        add(call.caller().uid(), new Notice.Ended(by));
        call.who(Answer.ACCEPTED).forEach(uid -> add(uid, new Notice.Ended(by)));
        call.who(Answer.RINGING).forEach(uid -> add(uid, new Notice.Cancelled()));
    }

    List<Notice> of(Session after, Instant now) {
        if (whats.isEmpty()) {
            return List.of();
        }
        RingingCall call = RingingCalls.of(after).orElseThrow();
        return whats.entrySet().stream()
                .map(entry -> new Notice(entry.getKey(), now, call, entry.getValue()))
                .toList();
    }
}
