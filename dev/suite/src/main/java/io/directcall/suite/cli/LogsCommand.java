package io.directcall.suite.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the log of one part, also after the suite has ended. */
@Command(name = "logs")
final class LogsCommand implements Callable<Integer> {
    private static final int LINES = 200;

    @Mixin
    private Place place;

    @Parameters(arity = "0..1", paramLabel = "NAME")
    private String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with new lines until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path log = place.layout().log(name == null ? "" : name);
        if (name == null || name.contains("/") || !Files.isRegularFile(log)) {
            throw new Refusal(
                    (name == null ? "Name a part" : "There is no log of '" + name + "'") + ". Logs: " + names());
        }
        long shown = Files.size(log);
        Tail.of(log, LINES).forEach(System.out::println);
        while (follow) {
            shown = printFrom(log, shown);
            Thread.sleep(200);
        }
        return 0;
    }

    private static long printFrom(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            // A new run begins a new log.
            long start = file.length() < from ? 0 : from;
            byte[] added = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(added);
            System.out.write(added, 0, added.length);
            System.out.flush();
            return start + added.length;
        }
    }

    private String names() throws IOException {
        Path logs = place.layout().logs();
        if (!Files.isDirectory(logs)) {
            return "none yet, start the suite first: ./directcall up";
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".log"))
                    .map(file -> file.substring(0, file.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
