package io.directcall.system.faults.verify;

import io.directcall.contracts.session.EndReason;
import io.directcall.contracts.session.LeaveReason;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.system.faults.verify.Replay.State;
import io.directcall.system.faults.verify.Replay.Step;

/** Which events come of which commands. */
final class Effects {
    private Effects() {}

    /** Whether an event can be what came of a command. */
    static boolean isEffect(Execution execution, Step step) {
        return execution.covers(step.event().at()) && isWhatWasAsked(execution, step);
    }

    /** Whether an event is what a command asked for, at whatever time. */
    static boolean isWhatWasAsked(Execution execution, Step step) {
        SessionEvent event = step.event();
        return switch (execution.command()) {
            case Command.Join join -> isJoin(execution, join, event);
            case Command.Leave leave -> isLeave(leave.participantId(), LeaveReason.LEFT, event);
            case Command.Kick kick -> isLeave(kick.participantId(), LeaveReason.KICKED, event);
            case Command.Update update -> isUpdate(update, step);
            case Command.SwitchToVideo wanted -> isSwitch(wanted, event);
            case Command.KeepAlive keepAlive ->
                event instanceof SessionEvent.KeptAlive kept && isBy(keepAlive.by(), kept.participantId(), step);
            case Command.End ignored ->
                event instanceof SessionEvent.SessionEnded ended && ended.reason() == EndReason.ENDED_FOR_ALL;
        };
    }

    /** Whether a command changes nothing in this state, so that it is accepted without an event. */
    static boolean changesNothing(Command command, State state) {
        return switch (command) {
            case Command.Update update -> {
                Participant now = state.members().get(update.participantId());
                yield now != null && update.change().applyTo(now).equals(now);
            }
            case Command.SwitchToVideo wanted ->
                state.videoAskedBy().filter(wanted.by()::equals).isPresent();
            case Command.KeepAlive ignored -> state.members().size() > 1;
            case Command.Join ignored -> false;
            case Command.Leave ignored -> false;
            case Command.Kick ignored -> false;
            case Command.End ignored -> false;
        };
    }

    private static boolean isJoin(Execution execution, Command.Join join, SessionEvent event) {
        return event instanceof SessionEvent.ParticipantJoined joined
                && joined.participant().uid().equals(join.uid())
                && (execution.participantId() == null
                        || execution.participantId().equals(joined.participant().participantId()));
    }

    private static boolean isLeave(String participantId, LeaveReason reason, SessionEvent event) {
        return event instanceof SessionEvent.ParticipantLeft left
                && left.participantId().equals(participantId)
                && left.reason() == reason;
    }

    private static boolean isUpdate(Command.Update update, Step step) {
        return step.event() instanceof SessionEvent.ParticipantUpdated updated
                && isBy(update.by(), updated.updatedBy(), step)
                && updated.participant().participantId().equals(update.participantId())
                && step.before().members().containsKey(update.participantId())
                && update.change()
                        .applyTo(step.before().members().get(update.participantId()))
                        .equals(updated.participant());
    }

    /** A moderator who was in a session until it ended may still act when others have started it again, without being told by name. */
    private static boolean isBy(String asked, String told, Step step) {
        return asked.equals(told) || (told == null && !step.before().members().containsKey(asked));
    }

    private static boolean isSwitch(Command.SwitchToVideo wanted, SessionEvent event) {
        return switch (event) {
            case SessionEvent.VideoRequested asked -> wanted.by().equals(asked.initiator());
            case SessionEvent.SwitchedToVideo switched ->
                wanted.by().equals(switched.responder() == null ? switched.initiator() : switched.responder());
            default -> false;
        };
    }
}
