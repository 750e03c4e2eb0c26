package io.directcall.suite.cli;

import io.directcall.suite.part.PartState;
import io.directcall.suite.part.PartView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stops one part and keeps it stopped, to see what the others do without it. */
@Command(name = "stop")
final class StopCommand implements Callable<Integer> {
    @Mixin
    private Place place;

    @Parameters(paramLabel = "NAME")
    private String name;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PartView part = place.part(name);
        Path stop = place.layout().files(part.name()).stop();
        Files.createDirectories(stop.getParent());
        Files.writeString(stop, "");
        while (place.part(name).state() != PartState.STOPPED) {
            Thread.sleep(50);
        }
        System.out.println(name + " is stopped. Start it again: ./directcall start " + name);
        return 0;
    }
}
