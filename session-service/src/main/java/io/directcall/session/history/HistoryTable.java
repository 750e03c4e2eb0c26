package io.directcall.session.history;

import static java.util.stream.Collectors.joining;

import io.directcall.contracts.session.Participant;
import io.directcall.session.history.HistoryChange.Accepted;
import io.directcall.session.history.HistoryChange.Answered;
import io.directcall.session.history.HistoryChange.Joined;
import io.directcall.session.history.HistoryChange.Left;
import io.directcall.session.history.HistoryChange.MeetingBegan;
import io.directcall.session.history.HistoryChange.Over;
import io.directcall.session.history.HistoryChange.Placed;
import io.directcall.session.history.HistoryChange.Started;
import io.directcall.session.history.HistoryChange.WentOnWithVideo;
import io.directcall.session.rules.Invitation;
import io.directcall.session.rules.Invitation.Callee;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.Query;

/** Writes the history, within the caller's transaction. */
@ApplicationScoped
class HistoryTable {
    Uni<Void> write(Mutiny.Session db, String sessionId, HistoryChange change) {
        return statement(db, change)
                .setParameter("sid", sessionId)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Query<?> statement(Mutiny.Session db, HistoryChange change) {
        return switch (change) {
            case Placed placed -> place(db.createNativeQuery(Statements.PLACE), placed);
            case MeetingBegan began ->
                db.createNativeQuery(Statements.BEGIN)
                        .setParameter("type", word(began.type()))
                        .setParameter("initiator", began.initiator())
                        .setParameter("at", began.at());
            case Answered answered ->
                db.createNativeQuery(Statements.ANSWER)
                        .setParameter("uids", answered.uids())
                        .setParameter("state", word(answered.state()));
            case Accepted ignored -> db.createNativeQuery(Statements.ACCEPT);
            case Started started ->
                db.createNativeQuery(Statements.START)
                        .setParameter("type", word(started.type()))
                        .setParameter("at", started.at());
            case Joined joined -> join(db.createNativeQuery(Statements.JOIN), joined.participant());
            case Left left ->
                db.createNativeQuery(Statements.LEAVE)
                        .setParameter("pids", left.participantIds())
                        .setParameter("at", left.at());
            case WentOnWithVideo video -> db.createNativeQuery(Statements.VIDEO).setParameter("at", video.at());
            case Over over ->
                db.createNativeQuery(Statements.END)
                        .setParameter("status", word(over.status()))
                        .setParameter("at", over.at());
        };
    }

    /** Uids hold no commas: two lists are two parameters, however many are called. */
    private static Query<?> place(Query<?> statement, Placed placed) {
        Invitation call = placed.invitation();
        return statement
                .setParameter("type", word(placed.type()))
                .setParameter("caller", call.caller().uid())
                .setParameter("callerName", call.caller().name())
                .setParameter("callerAvatar", call.caller().avatar())
                .setParameter("receiver", call.receiver())
                .setParameter("receiverType", word(call.receiverType()))
                .setParameter("at", call.placedAt())
                .setParameter(
                        "callees", call.callees().stream().map(Callee::uid).collect(joining(",")))
                .setParameter(
                        "states",
                        call.callees().stream()
                                .map(callee -> word(RingingHistory.stateOf(callee.answer())))
                                .collect(joining(",")));
    }

    private static Query<?> join(Query<?> statement, Participant participant) {
        return statement
                .setParameter("pid", participant.participantId())
                .setParameter("uid", participant.uid())
                .setParameter("name", participant.name())
                .setParameter("avatar", participant.avatar())
                .setParameter("at", participant.joinedAt());
    }

    /** As the API and the tables write it. */
    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
