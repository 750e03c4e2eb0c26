package io.directcall.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What others publish on npm, as {@code npm/package-lock.json} names it. Fetched when a test wants it; nothing of it is ours. */
public final class NpmPackage {
    private static final Path FOLDER = Path.of("npm");
    private static final List<String> INSTALL = List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");

    private NpmPackage() {}

    /** A file of an installed package. */
    public static Path file(String name) throws IOException, InterruptedException {
        Process npm = new ProcessBuilder(INSTALL)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(npm.waitFor()).as(output).isZero();
        return FOLDER.resolve("node_modules").resolve(name);
    }
}
