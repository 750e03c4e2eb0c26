package io.directcall.suite.cli;

import io.directcall.suite.run.RunFile;
import io.directcall.suite.run.RunView;
import io.directcall.suite.run.RunView.RunState;
import java.time.Duration;
import java.time.Instant;

/** What a second {@code up} says. */
record AlreadyRuns(RunFile runFile) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Waits until the other one is ready, so that whatever follows in a script finds it so. */
    int report(RunView found) throws InterruptedException {
        RunView run = found;
        Instant deadline = Instant.now().plus(PATIENCE);
        while (run.state() == RunState.STARTING && Instant.now().isBefore(deadline)) {
            Thread.sleep(100);
            run = runFile.running()
                    .orElseThrow(() -> new Refusal("The other ./directcall up did not succeed. Try again."));
        }
        if (run.state() == RunState.STOPPING) {
            throw new Refusal("Direct Call is just being stopped. Try again in some seconds.");
        }
        System.out.println("Direct Call is running already: " + run.link() + "   (stop it: ./directcall down)");
        return 0;
    }
}
