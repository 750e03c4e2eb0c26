package io.directcall.system.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what the figures of the other benchmarks were measured on. */
@Command(name = "machine", description = "Only print the machine, as all benchmarks do.")
final class MachineCommand implements Callable<Integer> {
    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() {
        Machine machine = Machine.now();
        options.print(machine, machine.line());
        return CommandLine.ExitCode.OK;
    }
}
