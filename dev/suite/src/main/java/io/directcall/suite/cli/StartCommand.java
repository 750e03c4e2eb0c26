package io.directcall.suite.cli;

import io.directcall.suite.part.PartState;
import io.directcall.suite.part.PartView;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts one part again that was stopped. */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Mixin
    private Place place;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PartView part = place.part(name);
        Files.deleteIfExists(place.layout().files(part.name()).stop());
        Instant deadline = Instant.now().plus(PATIENCE);
        while (place.part(name).state() != PartState.READY) {
            if (Instant.now().isAfter(deadline)) {
                throw new Refusal(name + " is not ready yet. Look: ./directcall logs " + name);
            }
            Thread.sleep(50);
        }
        System.out.println(name + " is ready.");
        return 0;
    }
}
