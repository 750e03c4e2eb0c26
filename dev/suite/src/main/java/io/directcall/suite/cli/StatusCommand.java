package io.directcall.suite.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.suite.part.PartView;
import io.directcall.suite.process.Memory;
import io.directcall.suite.run.RunView;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what runs: a table for people, or JSON. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-18s %-11s %8s %6s %9s %9s%n";

    @Mixin
    private Place place;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /** Prints nothing; the exit code says it. */
    @Option(names = "--quiet", hidden = true)
    private boolean quiet;

    @Override
    public Integer call() {
        if (quiet) {
            return place.runFile().running().isPresent() ? 0 : 1;
        }
        RunView run = place.running();
        if (json) {
            System.out.println(json(run).toPrettyString());
        } else {
            print(run);
        }
        return 0;
    }

    private static void print(RunView run) {
        System.out.println("Direct Call: " + lower(run.state()) + ", " + run.link());
        System.out.println();
        System.out.printf(ROW, "NAME", "STATE", "PID", "PORT", "RESTARTS", "MEMORY");
        long total = Memory.ofOneProcess(run.pid());
        System.out.printf(ROW, "edge", lower(run.state()), run.pid(), run.port(), "", megabytes(total));
        for (PartView part : run.parts()) {
            long memory = memory(part);
            total += memory;
            Object pid = part.process().isPresent() ? part.pid() : "";
            System.out.printf(
                    ROW, part.name(), lower(part.state()), pid, part.port(), part.restarts(), megabytes(memory));
        }
        System.out.printf(ROW, "all", "", "", "", "", megabytes(total));
    }

    private static ObjectNode json(RunView run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("state", lower(run.state()))
                .put("link", run.link())
                .put("port", run.port())
                .put("pid", run.pid());
        long total = Memory.ofOneProcess(run.pid());
        var parts = node.putArray("parts");
        for (PartView part : run.parts()) {
            long memory = memory(part);
            total += memory;
            parts.addObject()
                    .put("name", part.name())
                    .put("state", lower(part.state()))
                    .put("pid", part.pid())
                    .put("port", part.port())
                    .put("restarts", part.restarts())
                    .put("log", part.log())
                    .put("residentBytes", memory);
        }
        return node.put("residentBytes", total);
    }

    private static long memory(PartView part) {
        return part.process().isPresent() ? Memory.ofTree(part.pid()) : 0;
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }

    private static String lower(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
