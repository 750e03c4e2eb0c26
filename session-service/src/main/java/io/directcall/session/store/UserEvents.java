package io.directcall.session.store;

import io.directcall.contracts.topic.Topic;
import io.directcall.contracts.user.UserEvent;
import io.directcall.outbox.Outbox;
import io.directcall.outbox.OutboxMessage;
import io.directcall.session.rules.Notice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Numbers what users are told, per user without gaps, and appends it to the outbox. */
@ApplicationScoped
class UserEvents {
    private final Outbox outbox;

    UserEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * A user's row stays locked until the transaction ends, so that the numbers and the outbox have one order. Rows are locked in the
     * order of their uids: two calls between the same users can't wait for each other.
     */
    Uni<Void> append(Mutiny.Session db, List<Notice> notices) {
        if (notices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Notice> sorted =
                notices.stream().sorted(Comparator.comparing(Notice::uid)).toList();
        return numbers(db, sorted).chain(numbers -> outbox.append(db, messages(sorted, numbers)));
    }

    private static Uni<Map<String, Long>> numbers(Mutiny.Session db, List<Notice> notices) {
        String sql = "insert into user_event_numbers (uid, seq) values "
                + String.join(", ", Collections.nCopies(notices.size(), "(?, 1)"))
                + " on conflict (uid) do update set seq = user_event_numbers.seq + 1 returning uid, seq";
        var query = db.createNativeQuery(sql, Object[].class);
        for (int i = 0; i < notices.size(); i++) {
            query.setParameter(i + 1, notices.get(i).uid());
        }
        return query.getResultList().map(UserEvents::byUid);
    }

    private static Map<String, Long> byUid(List<Object[]> rows) {
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    private static List<OutboxMessage> messages(List<Notice> notices, Map<String, Long> numbers) {
        return notices.stream()
                .map(notice -> event(notice, numbers.get(notice.uid())))
                .map(event -> new OutboxMessage(Topic.USER_EVENTS, event.uid(), event))
                .toList();
    }

    private static UserEvent event(Notice notice, long seq) {
        return switch (notice.what()) {
            case Notice.Incoming ignored -> new UserEvent.IncomingCall(notice.uid(), seq, notice.at(), notice.call());
            case Notice.Accepted accepted ->
                new UserEvent.CallAccepted(notice.uid(), seq, notice.at(), notice.call(), accepted.by());
            case Notice.Rejected rejected ->
                new UserEvent.CallRejected(
                        notice.uid(), seq, notice.at(), notice.call(), rejected.by(), rejected.reason());
            case Notice.Cancelled ignored -> new UserEvent.CallCancelled(notice.uid(), seq, notice.at(), notice.call());
            case Notice.Unanswered ignored ->
                new UserEvent.CallUnanswered(notice.uid(), seq, notice.at(), notice.call());
            case Notice.Ended ended ->
                new UserEvent.CallEnded(notice.uid(), seq, notice.at(), notice.call(), ended.by());
        };
    }
}
