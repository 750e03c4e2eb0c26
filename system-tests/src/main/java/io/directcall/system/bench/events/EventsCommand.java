package io.directcall.system.bench.events;

import io.directcall.system.bench.BenchOptions;
import io.directcall.system.bench.Machine;
import io.directcall.system.suite.RunningSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How events reach many subscribers. The load generator is this process; it shares the machine with the hub that it measures. */
@Command(
        name = "events",
        description =
                "Thousands of subscribers: delivered events a second, times, memory a connection; lost, repeated, out of order.")
public final class EventsCommand implements Callable<Integer> {
    private static final String NCHAN = "nchan";

    @Mixin
    private BenchOptions options;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--seconds", defaultValue = "30", description = "How long to time each case (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-ups",
            defaultValue = "10",
            description = "How often events are published as fast as they go before each case (${DEFAULT-VALUE}).")
    private int warmUps;

    @Option(
            names = "--case",
            split = ",",
            description = "sessions: 5,000 in 1,000 of 5; crowd: 5,000 in one; idle: 10,000 (all).")
    private List<String> names = List.of();

    @Option(
            names = "--peer",
            description =
                    "Also measure another hub: nchan (nginx with libnginx-mod-nchan, started for it), or the URL of an event stream with {channel} in it.")
    private String peer;

    @Option(names = "--peer-publish", description = "With a URL: where to POST an event, {channel} in it.")
    private String peerPublish;

    /**
     * What was measured.
     *
     * @param cases one for each case and hub
     */
    record Report(Machine machine, int seconds, List<CaseReport> cases) {
        boolean isClean() {
            return cases.stream().allMatch(CaseReport::isClean);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        Machine machine = Machine.now();
        options.say(machine.line());
        List<CaseReport> reports = new ArrayList<>();
        if (peer != null) {
            reports.addAll(measurePeer());
        }
        try (RunningSuite suite = options.startSuite("--optimized");
                Hub hub = new DirectCallHub(suite)) {
            reports.addAll(measure(hub));
        }
        Report report = new Report(machine, seconds, reports);
        options.print(report, text(report));
        return report.isClean() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private List<CaseReport> measurePeer() throws InterruptedException {
        if (peer.equals(NCHAN)) {
            try (NchanServer server = NchanServer.start(options.folder("nchan"));
                    Hub hub = server.hub()) {
                return measure(hub);
            }
        }
        if (peerPublish == null || !peer.contains("{channel}") || !peerPublish.contains("{channel}")) {
            throw new ParameterException(
                    spec.commandLine(), "--peer must be nchan, or a URL with {channel} beside --peer-publish URL.");
        }
        try (Hub hub = new HttpHub("peer", peer, peerPublish, OptionalLong.empty())) {
            return measure(hub);
        }
    }

    private List<CaseReport> measure(Hub hub) throws InterruptedException {
        List<CaseReport> reports = new ArrayList<>();
        for (EventsCase wanted : cases()) {
            options.say(hub.name() + ": " + wanted.name() + ", " + wanted.subscribers() + " subscribers of "
                    + wanted.channels() + " sessions");
            reports.add(new CaseRun(hub, wanted, warmUps, Duration.ofSeconds(seconds)).run());
        }
        return reports;
    }

    private List<EventsCase> cases() {
        List<EventsCase> wanted = EventsCase.ALL.stream()
                .filter(it -> names.isEmpty() || names.contains(it.name()))
                .toList();
        if (wanted.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--case must be sessions, crowd or idle.");
        }
        return wanted;
    }

    private static String text(Report report) {
        StringBuilder text = new StringBuilder(report.machine().line()).append(System.lineSeparator());
        text.append(CaseReport.HEAD);
        report.cases().forEach(row -> text.append(row.row()));
        int bytes = report.cases().getFirst().payloadBytes();
        return text.append("Events of ")
                .append(bytes)
                .append(" bytes. BURST/S: deliveries a second of events published as fast as the hub takes them.")
                .append(System.lineSeparator())
                .append(
                        "* the hub's processor time, ms for 1,000 deliveries; while idle, for 1,000 connections in a second.")
                .toString();
    }
}
