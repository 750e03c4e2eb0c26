package io.directcall.system;

import io.directcall.system.bench.BenchCommand;
import io.directcall.system.call.CallCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point of what {@code ./directcall} does to a suite from outside: {@code call} and {@code bench}. */
@Command(
        name = "directcall",
        subcommands = {CallCommand.class, BenchCommand.class})
public final class SystemMain {
    private SystemMain() {}

    /** Exits with the command's own code, with 1 when it failed, with 2 when the command line is wrong. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SystemMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, given) -> {
                    System.err.println("directcall: " + wrong.getMessage() + ". See ./directcall help");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    System.err.println("The " + command.getCommandName() + " failed: " + failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}
