package io.directcall.system.faults.verify;

import io.directcall.contracts.session.SessionEvent;
import io.directcall.system.faults.verify.Finding.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is to be said about one session.
 *
 * @param events what happened in it, by number
 * @param expected deliveries to entitled subscribers
 * @param delivered of them, those that arrived
 * @param republished records that came again because the outbox publishes at least once
 * @param delays from sending a command to its event, one for each subscriber who received it
 */
public record SessionVerdict(
        List<SessionEvent> events,
        int expected,
        int delivered,
        int republished,
        List<Duration> delays,
        List<Finding> findings) {

    /** Looks at all of it. */
    public static SessionVerdict of(SessionTrace trace) {
        EventLog log = new EventLog(trace);
        List<Received> all = Stream.concat(Stream.of(trace.observer()), trace.subscribers().stream())
                .toList();
        List<StreamCheck> streams = all.stream()
                .map(received -> new StreamCheck(trace.sessionId(), log, received))
                .toList();
        CommandCheck commands = new CommandCheck(trace, log);
        List<Finding> findings = new ArrayList<>(log.findings());
        streams.forEach(stream -> findings.addAll(stream.findings()));
        findings.addAll(commands.findings());
        if (!log.events().isEmpty() && !log.hasEnded()) {
            findings.add(new Finding(Kind.NOT_ENDED, trace.sessionId(), log.lastSeq(), "no SessionEnded at its end"));
        }
        return new SessionVerdict(
                log.events(),
                streams.stream().mapToInt(StreamCheck::expected).sum(),
                streams.stream().mapToInt(StreamCheck::delivered).sum(),
                streams.stream().mapToInt(StreamCheck::republished).sum(),
                delays(all, commands.causes()),
                findings);
    }

    private static List<Duration> delays(List<Received> all, Map<Long, Execution> causes) {
        return all.stream()
                .flatMap(received -> received.deliveries().stream()
                        .filter(delivery ->
                                delivery.seq() > received.joinedWith() && causes.containsKey(delivery.seq()))
                        .map(delivery ->
                                Duration.between(causes.get(delivery.seq()).sentAt(), delivery.receivedAt())))
                .toList();
    }
}
