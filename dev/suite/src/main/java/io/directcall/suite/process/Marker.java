package io.directcall.suite.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Marks all processes of one run by a variable in their environment, which their own children inherit (PostgreSQL is one). So what a killed
 * launcher left behind is found without any list of process numbers, and nobody else's process is ever taken for ours.
 *
 * @param stateDir the run's folder: the value of the variable
 */
public record Marker(Path stateDir) {
    /** The environment variable. */
    public static final String VARIABLE = "DIRECTCALL_SUITE";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** All processes that carry the mark now. */
    public List<ProcessId> processes() {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return entries.filter(
                            entry -> entry.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(this::isMarked)
                    .flatMap(entry ->
                            ProcessId.of(Long.parseLong(entry.getFileName().toString())).stream())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("/proc can't be read: " + e.getMessage(), e);
        }
    }

    /** Ends all marked processes, by force those that don't listen. Returns how many there were. */
    public int sweep() throws InterruptedException {
        List<ProcessId> found = new ArrayList<>(processes());
        found.forEach(ProcessId::terminate);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (found.stream().anyMatch(ProcessId::alive) && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        processes().forEach(ProcessId::kill);
        return found.size();
    }

    private boolean isMarked(Path process) {
        return environment(process)
                .map(text -> text.contains("\0" + this + "\0"))
                .orElse(false);
    }

    private static Optional<String> environment(Path process) {
        try {
            return Optional.of(
                    "\0" + new String(Files.readAllBytes(process.resolve("environ")), StandardCharsets.UTF_8) + "\0");
        } catch (IOException goneOrNotOurs) {
            return Optional.empty();
        }
    }

    /** As it stands in the environment. */
    @Override
    public String toString() {
        return VARIABLE + "=" + stateDir;
    }
}
