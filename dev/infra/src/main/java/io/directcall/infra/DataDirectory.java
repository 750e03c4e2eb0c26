package io.directcall.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory that one running infra owns. The owner holds a file lock, which the kernel frees however the owner dies. */
public final class DataDirectory implements AutoCloseable {

    /** The binaries, an empty cluster and Kafka's indexes together take about 200 MB. */
    private static final long NEEDED_BYTES = 300L << 20;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the directory, making it when there is none. */
    public static DataDirectory own(Path path) {
        try {
            Files.createDirectories(path);
            DataDirectory directory = new DataDirectory(path, lock(path.resolve("infra.lock")));
            requireSpace(path, Files.getFileStore(path).getUsableSpace());
            return directory;
        } catch (IOException e) {
            throw new InfraFailure("The data directory " + path + " can't be used: " + e.getMessage(), e);
        }
    }

    static void requireSpace(Path path, long usableBytes) {
        if (usableBytes < NEEDED_BYTES) {
            throw new InfraFailure("The disk of " + path + " has " + (usableBytes >> 20)
                    + " MB left and PostgreSQL and Kafka need " + (NEEDED_BYTES >> 20)
                    + " MB: free some, or choose another --data-dir.");
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new InfraFailure("The data directory " + file.getParent() + " is in use by a running infra (process "
                    + Files.readString(file).strip() + "): stop it, or choose another --data-dir.");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ownedByThisJvm) {
            return null;
        }
    }

    /** A file or folder in the directory. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Removes what earlier runs left under these names. */
    public void delete(List<String> names) {
        names.forEach(name -> deleteTree(path.resolve(name)));
    }

    /** Removes a file or a folder with all that is in it; nothing happens when there is none. */
    public static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
