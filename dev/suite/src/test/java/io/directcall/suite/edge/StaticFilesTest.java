package io.directcall.suite.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
    @TempDir
    Path folder;

    private Path dist;

    @BeforeEach
    void aBuiltSdk() throws IOException {
        dist = Files.createDirectories(folder.resolve("dist"));
        Files.createDirectories(dist.resolve("demo/assets"));
        Files.writeString(dist.resolve("demo/index.html"), "demo");
        Files.writeString(dist.resolve("demo/assets/a b.js"), "script");
        Files.writeString(dist.resolve("direct-call.js"), "sdk");
        Files.writeString(folder.resolve("secret"), "no");
    }

    @Test
    void serves_the_demo_page_at_the_root() {
        // When
        var found = new StaticFiles(dist).find("/");

        // Then
        assertThat(found).contains(dist.resolve("demo/index.html"));
    }

    @Test
    void decodes_names() {
        // When
        var found = new StaticFiles(dist).find("/assets/a%20b.js");

        // Then
        assertThat(found).map(StaticFiles::contentType).contains("text/javascript; charset=utf-8");
    }

    @Test
    void serves_the_sdk() {
        // When
        var found = new StaticFiles(dist).find("/sdk/direct-call.js");

        // Then
        assertThat(found).contains(dist.resolve("direct-call.js"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret",
                "/../../secret",
                "/%2e%2e/%2e%2e/secret",
                "/sdk/../../secret",
                "/sdk/%2e%2e/secret",
                "/sdk//etc/passwd",
                "//etc/passwd",
                "/%00",
                "/none.html",
                "/assets",
                "/%zz"
            })
    void finds_nothing_outside_and_nothing_that_is_not_there(String path) {
        // When
        var found = new StaticFiles(dist).find(path);

        // Then
        assertThat(found).isEmpty();
    }
}
