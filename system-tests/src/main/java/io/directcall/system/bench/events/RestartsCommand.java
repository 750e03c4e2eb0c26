package io.directcall.system.bench.events;

import io.directcall.system.bench.BenchOptions;
import io.directcall.system.bench.Machine;
import io.directcall.system.suite.RunningSuite;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Restarts events-service while thousands listen. */
@Command(
        name = "restarts",
        description = "Restart each replica of events-service under load: lost events, time without a stream.")
public final class RestartsCommand implements Callable<Integer> {
    private static final double LONGEST_WAIT_MS = 5_000;

    @Mixin
    private BenchOptions options;

    @Option(names = "--replicas", defaultValue = "3", description = "Of events-service (${DEFAULT-VALUE}).")
    private int replicas;

    @Option(names = "--subscribers", defaultValue = "2000", description = "Who listen (${DEFAULT-VALUE}).")
    private int subscribers;

    @Option(names = "--sessions", defaultValue = "400", description = "That they listen to (${DEFAULT-VALUE}).")
    private int sessions;

    @Option(names = "--rate", defaultValue = "20", description = "Events a second in all (${DEFAULT-VALUE}).")
    private int perSecond;

    @Override
    public Integer call() throws InterruptedException {
        Machine machine = Machine.now();
        options.say(machine.line());
        try (RunningSuite suite = options.startSuite("--replicas", "events-service=" + replicas)) {
            RollingRestart.Report report = new RollingRestart(suite, options::say)
                    .run(new RollingRestart.Settings(subscribers, sessions, perSecond));
            options.print(report, machine.line() + System.lineSeparator() + report.text());
            boolean good = report.isClean() && report.waits().max() < LONGEST_WAIT_MS;
            return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }
}
