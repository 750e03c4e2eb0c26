package io.directcall.system.faults.verify;

import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.system.faults.verify.Execution.Result;
import io.directcall.system.faults.verify.Finding.Kind;
import io.directcall.system.faults.verify.Replay.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the event of each command and the reason of each event. */
final class CommandCheck {
    private final SessionTrace trace;
    private final Replay replay;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Long, Execution> causes = new HashMap<>();
    private final Set<String> mayBeLost;

    CommandCheck(SessionTrace trace, EventLog log) {
        this.trace = trace;
        this.replay = new Replay(log.events());
        this.mayBeLost = new HashSet<>(trace.mayBeLost());
        explain(Result.ACCEPTED);
        explain(Result.UNKNOWN);
        replay.steps().stream()
                .filter(step -> !causes.containsKey(step.event().seq()))
                .forEach(this::requireReason);
    }

    List<Finding> findings() {
        return findings;
    }

    /** The command that led to an event, by the event's number. */
    Map<Long, Execution> causes() {
        return causes;
    }

    private void explain(Result result) {
        trace.executions().stream()
                .filter(execution -> execution.result() == result)
                .sorted(Comparator.comparing(Execution::sentAt))
                .forEach(this::explain);
    }

    private void explain(Execution execution) {
        List<Step> effects = replay.steps().stream()
                .filter(step -> !causes.containsKey(step.event().seq()) && Effects.isEffect(execution, step))
                .toList();
        effects.forEach(step -> causes.put(step.event().seq(), execution));
        if (effects.isEmpty() && execution.result() == Result.ACCEPTED && !mayHaveChangedNothing(execution)) {
            findings.add(new Finding(Kind.NOT_DONE, trace.sessionId(), 0, execution.toString()));
        }
        if (effects.size() > 1) {
            findings.add(new Finding(
                    Kind.DONE_TWICE,
                    trace.sessionId(),
                    effects.getLast().event().seq(),
                    execution + " led to " + effects.stream().map(Step::event).toList()));
        }
        if (execution.result() == Result.UNKNOWN) {
            effects.forEach(this::excuse);
        }
    }

    /** Nobody knows of a participant whose join had no answer, so nobody listens as that participant. */
    private void excuse(Step step) {
        if (step.event() instanceof SessionEvent.ParticipantJoined joined) {
            mayBeLost.add(joined.participant().participantId());
        }
    }

    private boolean mayHaveChangedNothing(Execution execution) {
        return replay.statesDuring(execution.from(), execution.until()).stream()
                .anyMatch(state -> Effects.changesNothing(execution.command(), state));
    }

    private void requireReason(Step step) {
        boolean explained =
                switch (step.event()) {
                    case SessionEvent.SessionStarted started -> started.seq() == 1 || hasEndedBefore(started.seq());
                    case SessionEvent.IdleWarning ignored ->
                        step.before().members().size() == 1;
                    case SessionEvent.SessionEnded ended -> mayEnd(ended.reason(), step);
                    case SessionEvent.ParticipantLeft left -> mayLeave(left);
                    default -> false;
                };
        if (!explained) {
            findings.add(new Finding(
                    isLoss(step.event()) ? Kind.THROWN_OUT : Kind.UNASKED,
                    trace.sessionId(),
                    step.event().seq(),
                    step.event() + askedAtOtherTimes(step)));
        }
    }

    /** For whoever looks into it: a command that was done late, or twice, or a state that differs from what was asked for. */
    private String askedAtOtherTimes(Step step) {
        List<Execution> others = trace.executions().stream()
                .filter(execution -> Effects.isWhatWasAsked(execution, step))
                .toList();
        return ", at other times asked for by " + others + ", before it: " + step.before();
    }

    /** A join that was under way then starts it again. */
    private boolean hasEndedBefore(long seq) {
        return replay.steps().stream()
                .map(Step::event)
                .anyMatch(event -> event.seq() == seq - 1 && event instanceof SessionEvent.SessionEnded);
    }

    private static boolean mayEnd(EndReason reason, Step step) {
        return (reason == EndReason.EVERYONE_LEFT && step.before().members().isEmpty()) || reason == EndReason.IDLE;
    }

    private boolean mayLeave(SessionEvent.ParticipantLeft left) {
        return switch (left.reason()) {
            case CONNECTION_LOST -> mayBeLost.contains(left.participantId());
            case SESSION_ENDED ->
                replay.steps().stream()
                        .map(Step::event)
                        .anyMatch(event -> event instanceof SessionEvent.SessionEnded
                                && event.at().equals(left.at()));
            case LEFT, KICKED, TOKEN_REVOKED, REPLACED -> false;
        };
    }

    private static boolean isLoss(SessionEvent event) {
        return event instanceof SessionEvent.ParticipantLeft left && left.reason() == LeaveReason.CONNECTION_LOST;
    }
}
