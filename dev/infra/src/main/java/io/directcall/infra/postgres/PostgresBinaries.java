package io.directcall.infra.postgres;

import io.directcall.infra.DataDirectory;
import io.directcall.infra.InfraFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the class path.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

    private static final String PREFIX = "postgres-binaries-";

    /** The programs under this folder; unpacks them at the first use, which takes about two seconds. */
    static PostgresBinaries in(Path parent) {
        URL archive = archive();
        try {
            // The size stands for the version: an update of the build brings another archive.
            Path home = parent.resolve(PREFIX + archive.openConnection().getContentLengthLong());
            if (!Files.exists(home)) {
                deleteOthers(parent);
                Path half = parent.resolve(PREFIX + "unpacking");
                unpack(archive, half);
                // Only a whole set gets the final name: a kill in between leaves nothing that looks complete.
                Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new InfraFailure("PostgreSQL can't be unpacked to " + parent + ": " + e.getMessage(), e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String arch = List.of("aarch64", "arm64").contains(System.getProperty("os.arch")) ? "arm_64" : "x86_64";
        String name = "/postgres-" + os + "-" + arch + ".txz";
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new InfraFailure("There is no PostgreSQL for this machine in the build (" + name + ").");
        }
        return archive;
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackEntry(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void deleteOthers(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            children.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .forEach(DataDirectory::deleteTree);
        }
    }
}
