package io.directcall.infra.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A PostgreSQL that outlived the infra which had started it: a {@code kill -9} takes the JVM and leaves the server. */
final class Orphan {

    private Orphan() {}

    /**
     * Finds the server that still runs on this cluster. The id in {@code postmaster.pid} alone proves nothing: after a restart of the
     * machine it may belong to any program, which must not be stopped.
     */
    static Optional<ProcessHandle> on(Path cluster) {
        return recordedPid(cluster)
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().commandLine().orElse("").contains(cluster.toString()));
    }

    private static Optional<Long> recordedPid(Path cluster) {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(file).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
