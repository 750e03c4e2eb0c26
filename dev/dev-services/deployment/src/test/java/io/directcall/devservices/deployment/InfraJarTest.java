package io.directcall.devservices.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfraJarTest {

    @TempDir
    private Path checkout;

    private Path target;
    private Path module;

    @BeforeEach
    void layOutACheckout() throws IOException {
        target = Files.createDirectories(checkout.resolve("dev/infra/target"));
        module = Files.createDirectories(checkout.resolve("token-service/target"));
        Files.writeString(checkout.resolve("dev/infra/pom.xml"), "");
    }

    @Test
    void theCheckoutAroundTheModuleHasIt() throws IOException {
        // Given
        writeJar("first");

        // When
        InfraJar jar = InfraJar.above(module);

        // Then
        assertThat(jar.path()).isEqualTo(target.resolve("infra.jar"));
    }

    @Test
    void aMissingBuildIsExplained() {
        // When / Then
        assertThatThrownBy(() -> InfraJar.above(module))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("./mvnw -pl dev/infra -am package");
    }

    @Test
    void aModuleOutsideAnyCheckoutIsExplained() throws IOException {
        // Given
        Files.delete(checkout.resolve("dev/infra/pom.xml"));

        // When / Then
        assertThatThrownBy(() -> InfraJar.above(module))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quarkus.devservices.enabled=false");
    }

    @Test
    void anotherBuildHasAnotherFingerprint() throws IOException {
        // Given
        writeJar("first");
        String first = InfraJar.above(module).fingerprint();

        // When
        writeJar("second");

        // Then
        assertThat(InfraJar.above(module).fingerprint()).isNotEqualTo(first).hasSize(8);
    }

    @Test
    void librariesAreTakenFromTheBuildAndTheProgramFromItsCopy() throws IOException {
        // Given
        writeJar("first");

        // When
        String classPath = InfraJar.above(module).classPath(Path.of("/copy/infra.jar"));

        // Then
        assertThat(classPath.split(":"))
                .containsExactly(
                        "/copy/infra.jar",
                        target.resolve("lib/a.jar").toString(),
                        target.resolve("lib/b.jar").toString());
    }

    private void writeJar(String version) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.CLASS_PATH, "lib/a.jar lib/b.jar");
        attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        try (OutputStream file = Files.newOutputStream(target.resolve("infra.jar"))) {
            new JarOutputStream(file, manifest).close();
        }
    }
}
