package io.directcall.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void onlyOneOwnsIt() throws IOException {
        // Given
        try (DataDirectory owner = DataDirectory.own(folder)) {
            assertThat(owner.resolve("infra.lock")).exists();

            // When / Then
            assertThatThrownBy(() -> DataDirectory.own(folder))
                    .isInstanceOf(InfraFailure.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void itIsFreeAfterItsOwner() throws IOException {
        // Given
        DataDirectory.own(folder).close();

        // When
        try (DataDirectory next = DataDirectory.own(folder)) {

            // Then
            assertThat(next.resolve("x")).isEqualTo(folder.resolve("x"));
        }
    }

    @Test
    void aFullDiskIsNamed() {
        // When / Then
        assertThatThrownBy(() -> DataDirectory.requireSpace(folder, 12L << 20))
                .isInstanceOf(InfraFailure.class)
                .hasMessageContaining("has 12 MB left");
    }

    @Test
    void aFolderGoesWithAllThatIsInIt() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/c"), "text");

        // When
        DataDirectory.deleteTree(folder.resolve("a"));

        // Then
        assertThat(folder.resolve("a")).doesNotExist();
    }
}
