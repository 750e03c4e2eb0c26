package io.directcall.suite.cli;

import io.directcall.suite.part.PartFailed;
import io.directcall.suite.part.Parts;
import io.directcall.suite.part.Scale;
import io.directcall.suite.process.Ports;
import io.directcall.suite.run.Layout;
import io.directcall.suite.run.RunFile;
import io.directcall.suite.run.RunLock;
import io.directcall.suite.run.RunView;
import io.directcall.suite.run.Suite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One start of the suite, here in this process or in one that stays behind. */
record Launch(Layout layout, int port, Scale scale) {

    /** Runs it until this process is told to end. */
    int here(boolean inBackground) throws IOException, InterruptedException {
        try (RunLock lock = RunLock.take(layout.lockFile()).orElse(null)) {
            if (lock == null) {
                RunFile file = new RunFile(layout.runFile());
                RunView other =
                        file.running().orElseThrow(() -> new Refusal("Another ./directcall up has just begun."));
                return new AlreadyRuns(file).report(other);
            }
            // What a killed launcher left, should its guardian have been killed as well.
            layout.marker().sweep();
            return run(inBackground);
        }
    }

    private int run(boolean inBackground) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        Suite suite = new Suite(layout, port, Parts.of(layout, new Ports(), scale), Launch::printReady);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, inBackground), "stop"));
        try {
            suite.start();
        } catch (PartFailed failure) {
            System.out.println();
            System.out.println("Direct Call did not start: " + failure.getMessage());
            System.out.println("The end of " + failure.log() + ":");
            Tail.of(failure.log(), 15).forEach(line -> System.out.println("  | " + line));
            return 1;
        }
        // In the background it is for the one who waits in front to say so.
        if (!inBackground) {
            new Welcome(suite.link(), Duration.between(begin, Instant.now()), false).print(System.out);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    /** Starts a launcher of its own and shows what it prints until all is ready or it has failed. */
    int detached() throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(
                List.of("--port", Integer.toString(port), "--bridges", Integer.toString(scale.bridges())));
        if (!scale.regions().isEmpty()) {
            options.addAll(List.of("--regions", String.join(",", scale.regions())));
        }
        if (!scale.bridgeUrls().isEmpty()) {
            options.addAll(List.of("--jvb", String.join(",", scale.bridgeUrls())));
        }
        scale.replicas()
                .forEach(
                        (service, count) -> options.addAll(List.of("--replicas", service.serviceName() + "=" + count)));
        if (scale.optimized()) {
            options.add("--optimized");
        }
        return new Detached(layout).start(options);
    }

    private static void stop(Suite suite, boolean inBackground) {
        try {
            if (!inBackground) {
                System.out.println();
                System.out.println("Stopping ...");
            }
            suite.stop();
            System.out.println("Stopped.");
        } catch (IOException | InterruptedException e) {
            System.err.println("Could not stop everything: " + e.getMessage() + ". Try ./directcall down");
        }
    }

    private static void printReady(String part, Duration took) {
        System.out.printf("  %-18s ready after %4.1f s%n", part, took.toMillis() / 1000.0);
    }
}
