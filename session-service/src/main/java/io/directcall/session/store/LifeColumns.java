package io.directcall.session.store;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.EndReason;
import io.directcall.session.rules.Attendance;
import io.directcall.session.rules.Life;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;

/** Where a session stands, in columns. Immutable: each change of a session's state makes new ones. */
@Embeddable
class LifeColumns {
    private enum State {
        RINGING,
        WAITING,
        ACTIVE,
        ENDED
    }

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private CallType type;

    private Instant startedAt;
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    private EndReason endReason;

    private Instant endsBy;
    private Instant idleWarnAt;
    private Instant idleEndsAt;
    private String videoAskedBy;
    private Instant videoAskedUntil;

    protected LifeColumns() {}

    static LifeColumns of(Life life) {
        var columns = new LifeColumns();
        switch (life) {
            case Life.NotStarted ignored -> throw new IllegalArgumentException("nothing to store");
            case Life.Ringing ringing -> columns.become(State.RINGING, ringing.type());
            case Life.Waiting waiting -> {
                columns.become(State.WAITING, waiting.type());
                columns.endsBy = waiting.until();
            }
            case Life.Active active -> columns.take(active);
            case Life.Ended ended -> {
                columns.become(State.ENDED, ended.type());
                columns.startedAt = ended.startedAt().orElse(null);
                columns.endedAt = ended.endedAt();
                columns.endReason = ended.reason();
            }
        }
        return columns;
    }

    private void become(State newState, CallType newType) {
        state = newState;
        type = newType;
    }

    private void take(Life.Active active) {
        become(State.ACTIVE, active.type());
        startedAt = active.startedAt();
        endsBy = active.until().orElse(null);
        switch (active.attendance()) {
            case Attendance.Company ignored -> {}
            case Attendance.Alone alone -> {
                idleWarnAt = alone.warnAt();
                idleEndsAt = alone.endsAt();
            }
            case Attendance.Warned warned -> idleEndsAt = warned.endsAt();
        }
        active.videoRequest().ifPresent(request -> {
            videoAskedBy = request.participantId();
            videoAskedUntil = request.until();
        });
    }

    Life toLife() {
        return switch (state) {
            case RINGING -> new Life.Ringing(type);
            case WAITING -> new Life.Waiting(type, endsBy);
            case ACTIVE -> new Life.Active(type, startedAt, attendance(), videoRequest(), Optional.ofNullable(endsBy));
            case ENDED -> new Life.Ended(type, Optional.ofNullable(startedAt), endedAt, endReason);
        };
    }

    private Attendance attendance() {
        if (idleEndsAt == null) {
            return new Attendance.Company();
        }
        return idleWarnAt == null ? new Attendance.Warned(idleEndsAt) : new Attendance.Alone(idleWarnAt, idleEndsAt);
    }

    private Optional<Life.VideoRequest> videoRequest() {
        return videoAskedBy == null
                ? Optional.empty()
                : Optional.of(new Life.VideoRequest(videoAskedBy, videoAskedUntil));
    }
}
