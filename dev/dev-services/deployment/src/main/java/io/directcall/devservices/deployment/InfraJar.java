package io.directcall.devservices.deployment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The built infra program.
 *
 * @param path {@code dev/infra/target/infra.jar} of the checkout
 */
record InfraJar(Path path) {

    /**
     * The jar of the checkout that a module lies in.
     *
     * @throws IllegalStateException when there is no checkout around, or dev/infra isn't built in it
     */
    static InfraJar above(Path module) {
        for (Path folder = module.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("dev/infra/pom.xml"))) {
                return built(folder.resolve("dev/infra/target/infra.jar"));
            }
        }
        throw new IllegalStateException(
                "Dev services need a checkout of Direct Call around " + module
                        + ", and found no dev/infra above it. With servers of your own, set quarkus.devservices.enabled=false.");
    }

    private static InfraJar built(Path jar) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException("PostgreSQL and Kafka for tests and dev mode aren't built yet (" + jar
                    + " is missing). Build them once, in the root of the checkout: ./mvnw -pl dev/infra -am package");
        }
        return new InfraJar(jar);
    }

    /** Tells builds apart, so that a rebuilt infra isn't answered by a process of the old one. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A class path with a copy of the jar in front: the next build may overwrite the jar while the process still runs. */
    String classPath(Path copy) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            String libraries = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Stream.concat(
                            Stream.of(copy), Arrays.stream(libraries.split(" ")).map(path::resolveSibling))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    String mainClass() throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        }
    }
}
