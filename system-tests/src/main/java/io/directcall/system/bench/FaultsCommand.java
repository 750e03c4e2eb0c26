package io.directcall.system.bench;

import io.directcall.system.faults.FaultsReport;
import io.directcall.system.faults.FaultsRun;
import io.directcall.system.suite.RunningSuite;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Uses sessions at random while parts are killed at random, and verifies what everybody saw. */
@Command(
        name = "faults",
        description = "Kill services, Kafka and PostgreSQL at random during random use; verify what everybody saw.")
final class FaultsCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Option(names = "--seconds", defaultValue = "180", description = "How long (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--sessions", defaultValue = "200", description = "In use at the same time (${DEFAULT-VALUE}).")
    private int sessions;

    @Option(names = "--rate", defaultValue = "50", description = "Commands a second (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--seed", description = "Repeats the choices of a run.")
    private Long seed;

    @Override
    public Integer call() throws InterruptedException {
        Machine machine = Machine.now();
        options.say(machine.line());
        try (RunningSuite suite = options.startSuite(FaultsRun.options())) {
            FaultsReport report = new FaultsRun(suite, options::say)
                    .run(new FaultsRun.Settings(
                            sessions,
                            rate,
                            Duration.ofSeconds(seconds),
                            seed == null ? new Random().nextLong(1_000_000) : seed));
            options.print(report, report.text());
            return report.passed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }
}
