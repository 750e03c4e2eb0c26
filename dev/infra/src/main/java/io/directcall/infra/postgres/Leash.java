package io.directcall.infra.postgres;

import io.directcall.infra.InfraFailure;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Lets PostgreSQL, which is a daemon of its own, die with this JVM, however that dies: a shell waits on a pipe from here and makes PostgreSQL
 * end at once, as after a crash, when the pipe closes without a word. Closed when PostgreSQL has been stopped.
 */
final class Leash implements AutoCloseable {
    private static final String SCRIPT = "read -r word; [ \"$word\" = stopped ] || kill -QUIT \"$1\"";

    private final Process shell;

    private Leash(Process shell) {
        this.shell = shell;
    }

    static Leash on(ProcessHandle server) {
        try {
            return new Leash(new ProcessBuilder("sh", "-c", SCRIPT, "postgres-leash", Long.toString(server.pid()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new InfraFailure("A shell can't be started: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (Writer pipe = shell.outputWriter(StandardCharsets.UTF_8)) {
            pipe.write("stopped\n");
        } catch (IOException gone) {
            // It was killed before: then there is nothing to tell it.
        }
    }
}
