package io.directcall.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out which process listens on a TCP port. */
public final class PortOwner {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** For people: {@code java (process 4711)}; empty when it can't be seen, as with other users' processes. */
    public static Optional<String> of(int port) {
        Set<String> sockets = TABLES.stream()
                .flatMap(PortOwner::lines)
                .flatMap(line -> socket(line, port).stream())
                .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .findFirst()
                .map(process -> name(process.pid()) + " (process " + process.pid() + ")");
    }

    /** The name of the socket in a line of the kernel's table when it listens on this port. */
    static Optional<String> socket(String line, int port) {
        String[] fields = line.trim().split("\\s+", -1);
        boolean fits =
                fields.length > 9 && fields[3].equals(LISTENING) && fields[1].endsWith(String.format(":%04X", port));
        return fits ? Optional.of("socket:[" + fields[9] + "]") : Optional.empty();
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    private static String name(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "comm"))
                    .trim();
        } catch (IOException gone) {
            return "a process";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream();
        } catch (IOException none) {
            return Stream.empty();
        }
    }
}
