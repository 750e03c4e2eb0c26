package io.directcall.system.bench;

import io.directcall.system.bench.events.EventsCommand;
import io.directcall.system.bench.events.RestartsCommand;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code ./directcall bench}: without a name it lists the benchmarks. A new benchmark is added to {@code subcommands}, one a line. */
@Command(
        name = "bench",
        description = "Measure the suite.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            HistoryCommand.class,
            MachineCommand.class,
            FaultsCommand.class,
            JoinCommand.class,
            FailoverCommand.class,
            TokensCommand.class,
            RevocationCommand.class,
            EventsCommand.class,
            RestartsCommand.class,
        })
public final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        System.out.println(
                "The benchmarks (./directcall bench NAME [--json], options: ./directcall bench NAME --help):");
        System.out.print(spec.commandLine().getHelp().commandList());
        return CommandLine.ExitCode.OK;
    }
}
