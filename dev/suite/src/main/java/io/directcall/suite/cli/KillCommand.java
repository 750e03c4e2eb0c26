package io.directcall.suite.cli;

import io.directcall.suite.part.PartView;
import io.directcall.suite.process.ProcessId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Kills the process of one part, to see the others cope; the launcher starts it again. */
@Command(name = "kill")
final class KillCommand implements Callable<Integer> {
    @Mixin
    private Place place;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Override
    public Integer call() {
        PartView part = place.part(name);
        if (!part.process().map(ProcessId::kill).orElse(false)) {
            throw new Refusal(name + " has no process to kill just now. Look: ./directcall status");
        }
        System.out.println("Killed " + name + " (process " + part.pid() + "). The launcher starts it again on port "
                + part.port() + ": ./directcall status shows when it is ready.");
        return 0;
    }
}
