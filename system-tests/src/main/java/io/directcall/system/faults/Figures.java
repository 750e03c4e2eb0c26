package io.directcall.system.faults;

import io.directcall.system.faults.FaultsRun.Settings;
import io.directcall.system.faults.verify.Execution;
import io.directcall.system.faults.verify.Execution.Result;
import io.directcall.system.faults.verify.Finding;
import io.directcall.system.faults.verify.Finding.Kind;
import io.directcall.system.faults.verify.SessionVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Counts what the sessions of a run saw. */
final class Figures {
    private static final long LONGEST_MICROS = Duration.ofMinutes(10).toNanos() / 1_000;
    private static final double MICROS_OF_MILLI = 1_000;

    private final List<LiveSession> sessions;
    private final List<Execution> executions;

    Figures(List<LiveSession> sessions) {
        this.sessions = sessions;
        this.executions = sessions.stream()
                .flatMap(session -> session.executions().stream())
                .toList();
    }

    /** What the sessions' users were told that nobody should be told. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (LiveSession session : sessions) {
            session.internalErrors()
                    .forEach(answer ->
                            findings.add(new Finding(Kind.PART, session.id(), 0, "a command was answered " + answer)));
            if (session.gaps() > 0) {
                findings.add(new Finding(Kind.LOST, session.id(), 0, session.gaps() + " gaps were announced"));
            }
        }
        return findings;
    }

    FaultsReport report(
            Settings settings,
            long mostListening,
            Map<String, Integer> kills,
            Instant begin,
            Instant end,
            Duration quietAfter,
            Duration emptyAfter,
            List<SessionVerdict> verdicts,
            List<Finding> findings) {
        Histogram delays = new Histogram(LONGEST_MICROS, 3);
        verdicts.stream()
                .flatMap(verdict -> verdict.delays().stream())
                .forEach(delay -> delays.recordValue(Math.clamp(delay.toNanos() / 1_000, 0, LONGEST_MICROS)));
        return new FaultsReport(
                settings.seed(),
                Duration.between(begin, end).toSeconds(),
                sessions.size(),
                mostListening,
                executions.size(),
                count(Result.ACCEPTED),
                count(Result.REFUSED),
                count(Result.UNKNOWN),
                verdicts.stream().mapToLong(verdict -> verdict.events().size()).sum(),
                verdicts.stream().mapToLong(SessionVerdict::expected).sum(),
                verdicts.stream().mapToLong(SessionVerdict::delivered).sum(),
                verdicts.stream().mapToLong(SessionVerdict::republished).sum(),
                sessions.stream().mapToLong(LiveSession::reconnects).sum(),
                kills,
                longestUnavailable(begin, end).toMillis(),
                delays.getValueAtPercentile(50) / MICROS_OF_MILLI,
                delays.getValueAtPercentile(99) / MICROS_OF_MILLI,
                quietAfter.toMillis(),
                emptyAfter.toMillis(),
                findings);
    }

    private long count(Result result) {
        return executions.stream()
                .filter(execution -> execution.result() == result)
                .count();
    }

    private Duration longestUnavailable(Instant begin, Instant end) {
        List<Instant> accepted = Stream.concat(
                        Stream.of(begin, end),
                        executions.stream()
                                .filter(execution -> execution.result() == Result.ACCEPTED)
                                .map(Execution::answeredAt)
                                .filter(at -> at.isAfter(begin) && at.isBefore(end)))
                .sorted()
                .toList();
        Duration longest = Duration.ZERO;
        for (int i = 1; i < accepted.size(); i++) {
            Duration pause = Duration.between(accepted.get(i - 1), accepted.get(i));
            longest = pause.compareTo(longest) > 0 ? pause : longest;
        }
        return longest;
    }
}
