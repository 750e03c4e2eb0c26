package io.directcall.suite.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps a {@link RunView} in a file. Readers see the old or the new one, never half of it. */
public final class RunFile {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path path;

    public RunFile(Path path) {
        this.path = path;
    }

    /** What it says; empty when there is none or when it can't be understood. */
    public Optional<RunView> read() {
        try {
            return Optional.of(JSON.readValue(path.toFile(), RunView.class));
        } catch (IOException noneOrForeign) {
            return Optional.empty();
        }
    }

    /** What runs: empty as well when the launcher has died. */
    public Optional<RunView> running() {
        return read().filter(run -> run.launcher().alive());
    }

    /** Replaces it. */
    public synchronized void write(RunView run) throws IOException {
        Path next = path.resolveSibling(path.getFileName() + ".next");
        Files.write(next, JSON.writeValueAsBytes(run));
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forgets the run. */
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
