package io.directcall.suite.cli;

import io.directcall.suite.process.ProcessId;
import io.directcall.suite.run.RunFile;
import io.directcall.suite.run.RunView;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything that {@code up} started, also what a killed launcher left behind. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Mixin
    private Place place;

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunFile runFile = place.runFile();
        Optional<RunView> run = runFile.running();
        if (run.isPresent()) {
            System.out.println("Stopping ...");
            end(run.get().launcher());
        }
        int left = place.layout().marker().sweep();
        runFile.delete();
        if (run.isPresent()) {
            System.out.println("Stopped.");
        } else if (left > 0) {
            System.out.println("Stopped what an earlier run had left behind (" + left + " processes).");
        } else {
            System.out.println("Direct Call is not running.");
        }
        return 0;
    }

    private static void end(ProcessId launcher) throws InterruptedException {
        launcher.terminate();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (launcher.alive() && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        launcher.kill();
    }
}
