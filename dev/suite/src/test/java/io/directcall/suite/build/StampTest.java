package io.directcall.suite.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code dev/stamp} takes for a change. */
class StampTest {
    private static final Path SCRIPT = Path.of("../stamp").toAbsolutePath();

    @TempDir
    Path folder;

    @BeforeEach
    void aModule() throws IOException {
        write("module/src/main/java/A.java", "class A {}");
        write("module/pom.xml", "<project/>");
    }

    @Test
    void changes_with_a_source() throws Exception {
        // Given
        String before = stamp();

        // When
        write("module/src/main/java/A.java", "class A { int a; }");

        // Then
        assertThat(stamp()).isNotEqualTo(before).hasSize(64);
    }

    @Test
    void changes_with_the_name_of_a_source() throws Exception {
        // Given
        String before = stamp();

        // When
        Files.move(folder.resolve("module/pom.xml"), folder.resolve("module/pom2.xml"));

        // Then
        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void does_not_change_with_what_builds_make_nor_with_tests_prose_and_times() throws Exception {
        // Given
        String before = stamp();

        // When
        write("module/target/classes/A.class", "made");
        write("module/node_modules/a/index.js", "fetched");
        write("module/src/test/java/ATest.java", "class ATest {}");
        write("module/README.md", "prose");
        Files.setLastModifiedTime(folder.resolve("module/pom.xml"), FileTime.fromMillis(0));

        // Then
        assertThat(stamp()).isEqualTo(before);
    }

    private String stamp() throws IOException, InterruptedException {
        Process script = new ProcessBuilder(SCRIPT.toString(), "module")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        return out.trim();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
