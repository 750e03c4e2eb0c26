package io.directcall.session.history.log;

import io.directcall.session.history.log.CallLogs.Entry;
import io.directcall.session.history.log.CallView.Entities;
import io.directcall.session.history.log.CallView.Entity;
import io.directcall.session.history.log.CallView.ParticipantView;
import io.directcall.session.history.log.CallView.Related;
import io.directcall.session.history.log.CallView.RelatedData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows calls as they are at one moment. */
final class CallViews {
    private static final String USER = "user";
    private static final String GROUP = "group";

    private final Instant now;

    CallViews(Instant now) {
        this.now = now;
    }

    CallView show(Entry entry) {
        CallRow call = entry.call();
        Minutes all = entry.participants().stream()
                .map(participant -> minutes(call, participant))
                .reduce(Minutes.NONE, Minutes::plus);
        Duration length = call.startedAt()
                .map(start -> Minutes.between(start, call.endedAt().orElse(now), Optional.empty())
                        .total())
                .orElse(Duration.ZERO);
        return new CallView(
                call.sessionId(),
                Minutes.of(all.audio()),
                Minutes.of(all.video()),
                Minutes.clock(length),
                Minutes.of(length),
                false,
                call.initiatedAt().getEpochSecond(),
                seconds(call.startedAt()),
                seconds(call.endedAt()),
                call.initiator(),
                call.receiver(),
                call.receiverType(),
                call.mode(),
                call.mode(),
                call.status(),
                call.type(),
                Long.toString(call.id()),
                entry.participants().stream()
                        .filter(participant ->
                                participant.isFirst() && participant.joinedAt().isPresent())
                        .count(),
                entry.participants().stream()
                        .map(participant -> show(call, participant))
                        .toList(),
                List.of(),
                new RelatedData(new Entities(initiator(entry), receiver(entry))));
    }

    private ParticipantView show(CallRow call, ParticipantRow participant) {
        Minutes minutes = minutes(call, participant);
        boolean joined = participant.joinedAt().isPresent();
        String id = participant.participantId();
        return new ParticipantView(
                participant.uid(),
                participant.name(),
                participant.avatar(),
                Minutes.of(minutes.audio()),
                Minutes.of(minutes.video()),
                Minutes.clock(minutes.total()),
                Minutes.of(minutes.total()),
                joined,
                joined,
                state(call, participant),
                id,
                id,
                seconds(participant.joinedAt()),
                seconds(participant.leftAt()),
                id);
    }

    private Minutes minutes(CallRow call, ParticipantRow participant) {
        Instant until = participant.leftAt().or(call::endedAt).orElse(now);
        return participant
                .joinedAt()
                .map(from -> Minutes.between(from, until, call.videoSince()))
                .orElse(Minutes.NONE);
    }

    private static String state(CallRow call, ParticipantRow participant) {
        if (participant.joinedAt().isEmpty()) {
            return participant.state().orElse(call.status());
        }
        return participant.leftAt().isPresent() ? "ended" : "ongoing";
    }

    private static Related initiator(Entry entry) {
        return user(entry, entry.call().initiator());
    }

    private static Related receiver(Entry entry) {
        CallRow call = entry.call();
        return call.receiverType().equals(GROUP)
                ? new Related(Entity.group(call.receiver()), GROUP)
                : user(entry, call.receiver());
    }

    private static Related user(Entry entry, String uid) {
        Entity entity = entry.participants().stream()
                .filter(participant -> participant.uid().equals(uid))
                .findFirst()
                .map(participant -> Entity.user(uid, participant.name(), participant.avatar()))
                .orElseGet(() -> Entity.user(uid, uid, null));
        return new Related(entity, USER);
    }

    private static Long seconds(Optional<Instant> time) {
        return time.map(Instant::getEpochSecond).orElse(null);
    }
}
