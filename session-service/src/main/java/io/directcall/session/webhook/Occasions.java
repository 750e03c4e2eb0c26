package io.directcall.session.webhook;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.session.SessionEvent.ParticipantJoined;
import io.directcall.contracts.session.SessionEvent.ParticipantLeft;
import io.directcall.contracts.session.SessionEvent.SessionEnded;
import io.directcall.contracts.session.SessionEvent.SessionStarted;
import io.directcall.session.rules.Decision;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Member;
import io.directcall.session.rules.Session;
import io.directcall.session.webhook.Occasion.Ended;
import io.directcall.session.webhook.Occasion.InitialConfig;
import io.directcall.session.webhook.Occasion.Joined;
import io.directcall.session.webhook.Occasion.Left;
import io.directcall.session.webhook.Occasion.Occupant;
import io.directcall.session.webhook.Occasion.Started;
import io.directcall.session.webhook.Occasion.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what of a change the application's server is told. */
final class Occasions {
    private final Session before;
    private final Decision.Changed change;

    private Occasions(Session before, Decision.Changed change) {
        this.before = before;
        this.change = change;
    }

    /** In the order of the events. */
    static List<Occasion> of(Session before, Decision.Changed change) {
        var occasions = new Occasions(before, change);
        return change.events().stream().flatMap(occasions::of).toList();
    }

    private Stream<Occasion> of(SessionEvent event) {
        return switch (event) {
            case SessionStarted started ->
                Stream.of(new Started(
                        started.sessionId(), started.seq(), started.at().getEpochSecond()));
            case ParticipantJoined joined -> Stream.of(joined(joined));
            case ParticipantLeft left -> participant(left.participantId()).map(gone -> left(left, gone)).stream();
            // A call that nobody answered ends without having been a meeting.
            case SessionEnded ended -> startedAt().map(start -> ended(ended, start)).stream();
            case SessionEvent.ParticipantUpdated ignored -> Stream.empty();
            case SessionEvent.VideoRequested ignored -> Stream.empty();
            case SessionEvent.SwitchedToVideo ignored -> Stream.empty();
            case SessionEvent.IdleWarning ignored -> Stream.empty();
            case SessionEvent.KeptAlive ignored -> Stream.empty();
            case SessionEvent.ForModerators ignored -> Stream.empty();
        };
    }

    private Occasion joined(ParticipantJoined event) {
        Participant newcomer = event.participant();
        var config = new InitialConfig(
                Boolean.toString(newcomer.audioMuted()), Boolean.toString(newcomer.videoPaused()), audioOnly());
        return new Joined(
                event.sessionId(), event.seq(), who(newcomer), newcomer.role(), occupant(newcomer, null), config);
    }

    private Occasion left(ParticipantLeft event, Participant gone) {
        return new Left(
                event.sessionId(),
                event.seq(),
                who(gone),
                event.reason(),
                occupant(gone, event.at().getEpochSecond()));
    }

    private static Occasion ended(SessionEnded event, Instant startedAt) {
        return new Ended(
                event.sessionId(),
                event.seq(),
                startedAt.getEpochSecond(),
                event.at().getEpochSecond(),
                event.reason());
    }

    private static Who who(Participant participant) {
        return new Who(participant.uid(), participant.participantId(), participant.name());
    }

    private Occupant occupant(Participant participant, Long leftAt) {
        return new Occupant(participant.joinedAt().getEpochSecond(), leftAt, audioOnly(), participant.name());
    }

    private Optional<Participant> participant(String id) {
        return before.member(id).map(Member::participant);
    }

    private Optional<Instant> startedAt() {
        return active().map(Life.Active::startedAt);
    }

    private String audioOnly() {
        return Boolean.toString(active().map(Life.Active::type).equals(Optional.of(CallType.AUDIO)));
    }

    /** The meeting that the change is about: it begins with the change, goes on, or ends with it. */
    private Optional<Life.Active> active() {
        return Stream.of(change.after(), before)
                .map(Session::life)
                .filter(Life.Active.class::isInstance)
                .map(Life.Active.class::cast)
                .findFirst();
    }
}
