package io.directcall.suite.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files through which a part is seen and steered from outside the launcher.
 *
 * @param log its output
 * @param stop while this file exists the part stays stopped
 */
public record PartFiles(Path log, Path stop) {

    /** Whether somebody wants it to be stopped. */
    public boolean stopAsked() {
        return Files.exists(stop);
    }

    /** An empty log and nobody who wants it stopped, as {@code up} begins. */
    public void reset() throws IOException {
        Files.createDirectories(log.getParent());
        Files.createDirectories(stop.getParent());
        Files.deleteIfExists(stop);
        Files.deleteIfExists(log);
        Files.createFile(log);
    }
}
