package io.directcall.suite.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point. {@code ./directcall} calls it for everything that needs no build. */
@Command(
        name = "directcall",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            KillCommand.class,
            KeysCommand.class,
            StopCommand.class,
            StartCommand.class
        })
public final class SuiteMain {
    private SuiteMain() {}

    /** Exits with 0, with 1 when it did not work, with 2 when the command line is wrong. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SuiteMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, given) -> {
                    wrong.getCommandLine()
                            .getErr()
                            .println("directcall: " + wrong.getMessage() + ". See ./directcall help");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof Refusal) {
                        command.getErr().println(failure.getMessage());
                    } else {
                        failure.printStackTrace(command.getErr());
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }
}
