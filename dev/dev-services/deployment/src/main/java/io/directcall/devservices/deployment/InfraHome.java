package io.directcall.devservices.deployment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of the shared process: data, lock, log and the port at which it gives leases.
 *
 * @param jar the program that owns it
 * @param folder one for each user and each build of the infra
 */
record InfraHome(InfraJar jar, Path folder) {

    private static final Duration ABANDONED = Duration.ofMinutes(10);

    static InfraHome of(InfraJar jar) {
        String user = System.getProperty("user.name");
        Path base = Path.of(System.getProperty("java.io.tmpdir"), "directcall-dev-services-" + user);
        return new InfraHome(jar, base.resolve(jar.fingerprint()));
    }

    /** Starts the program; it tells by {@link #controlPort} that it is ready. */
    Process startProcess() throws IOException {
        Files.createDirectories(folder);
        deleteAbandoned();
        Path copy = folder.resolve("infra.jar");
        Files.copy(jar.path(), copy, StandardCopyOption.REPLACE_EXISTING);
        List<String> command = new ArrayList<>(ownProcessGroup());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                jar.classPath(copy),
                jar.mainClass(),
                "--leases",
                "--data-dir",
                folder.toString(),
                "--postgres-port",
                "0",
                "--kafka-port",
                "0"));
        return new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Ctrl-C in one terminal must not take the servers from a run in another. */
    private static List<String> ownProcessGroup() {
        Path setsid = Path.of("/usr/bin/setsid");
        return Files.isExecutable(setsid) ? List.of(setsid.toString()) : List.of();
    }

    Optional<Integer> controlPort() {
        try {
            return Optional.of(Integer.valueOf(Files.readString(folder.resolve("control.port"))));
        } catch (IOException notThereYet) {
            return Optional.empty();
        }
    }

    /** Whether a process runs in the folder, ready or not. */
    boolean isOwned() throws IOException {
        return isOwned(folder);
    }

    private static boolean isOwned(Path folder) throws IOException {
        Path lock = folder.resolve("infra.lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            return mine == null;
        } catch (OverlappingFileLockException anotherThreadLooks) {
            return true;
        }
    }

    Path log() {
        return folder.resolve("infra.log");
    }

    String lastLogLine() throws IOException {
        return Files.exists(log())
                ? Files.readString(log())
                        .strip()
                        .lines()
                        .reduce((first, second) -> second)
                        .orElse("no output")
                : "no output";
    }

    /** Folders of earlier builds, with 150 MB each. */
    private void deleteAbandoned() throws IOException {
        try (Stream<Path> siblings = Files.list(folder.getParent())) {
            for (Path sibling : siblings.filter(path -> !path.equals(folder)).toList()) {
                if (isAbandoned(sibling)) {
                    deleteTree(sibling);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        Instant touched = Files.getLastModifiedTime(folder).toInstant();
        return !isOwned(folder) && touched.isBefore(Instant.now().minus(ABANDONED));
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
