package io.directcall.suite.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A tiny shell that waits on a pipe from the launcher and, when the launcher dies without a word, ends all marked processes. It is in a
 * session of its own, so that the terminal's Ctrl-C does not reach it. Closed when the launcher has stopped everything itself.
 */
public final class Guardian implements AutoCloseable {
    private final Process shell;

    private Guardian(Process shell) {
        this.shell = shell;
    }

    /** Starts it for the processes with this mark. */
    public static Guardian start(Marker marker) throws IOException {
        Process shell = new ProcessBuilder("setsid", "sh", "-c", script(), "directcall-guardian", marker.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Guardian(shell);
    }

    /** Lets it go without killing anything. */
    @Override
    public void close() {
        try (var pipe = shell.outputWriter(StandardCharsets.UTF_8)) {
            pipe.write("stopped\n");
        } catch (IOException gone) {
            shell.destroyForcibly();
        }
    }

    /** What the kernel does when the launcher is killed. */
    void losePipe() throws IOException {
        shell.getOutputStream().close();
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    private static String script() {
        try (InputStream script = Guardian.class.getResourceAsStream("guardian.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
