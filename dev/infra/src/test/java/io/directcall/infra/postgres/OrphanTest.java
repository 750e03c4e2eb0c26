package io.directcall.infra.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanTest {

    @TempDir
    private Path cluster;

    @Test
    void aClusterThatNeverRanHasNone() {
        // When / Then
        assertThat(Orphan.on(cluster)).isEmpty();
    }

    @Test
    void anotherProgramUnderTheRecordedIdIsNoOrphan() throws IOException {
        // Given
        Files.writeString(
                cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + cluster + "\n");

        // When / Then
        assertThat(Orphan.on(cluster)).isEmpty();
    }

    @Test
    void aBrokenFileNamesNobody() throws IOException {
        // Given
        Files.writeString(cluster.resolve("postmaster.pid"), "?");

        // When / Then
        assertThat(Orphan.on(cluster)).isEmpty();
    }
}
