package io.directcall.system.suite;

import io.directcall.suite.part.PartState;
import io.directcall.suite.part.PartView;
import io.directcall.suite.process.ProcessId;
import io.directcall.suite.run.Layout;
import io.directcall.suite.run.RunFile;
import io.directcall.suite.run.RunView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A suite that runs. Stopped when it is closed, if it was started for this; one that ran before is left running. */
public final class RunningSuite implements AutoCloseable {
    private final Layout layout;
    private final boolean ours;
    private final Map<String, String> environment;

    private RunningSuite(Layout layout, boolean ours, Map<String, String> environment) {
        this.layout = layout;
        this.ours = ours;
        this.environment = Map.copyOf(environment);
    }

    /** The one of this checkout that {@code ./directcall up} started, if it runs. */
    public static Optional<RunningSuite> find(Path checkout) {
        RunningSuite suite = new RunningSuite(new Layout(checkout, checkout.resolve(".directcall")), false, Map.of());
        return new RunFile(suite.layout.runFile()).running().map(run -> suite);
    }

    /** The suite of a state folder, which may run or not. */
    public static RunningSuite at(Path checkout, Path stateDir) {
        return at(checkout, stateDir, Map.of());
    }

    private static RunningSuite at(Path checkout, Path stateDir, Map<String, String> environment) {
        return new RunningSuite(new Layout(checkout, stateDir), true, environment);
    }

    /**
     * Starts one on free ports, on {@link RealBridges} when there are some, and returns when all parts are ready.
     *
     * @param stateDir for its logs and databases
     * @param options more options of {@code up}
     * @throws IllegalStateException with what the launcher printed, when it did not start
     */
    public static RunningSuite start(Path checkout, Path stateDir, String... options) {
        return start(at(checkout, stateDir), options);
    }

    private static RunningSuite start(RunningSuite suite, String... options) {
        // What a run before this one left when it was killed.
        suite.directcall(List.of("down"));
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "stop-suite"));
        List<String> arguments = new ArrayList<>(List.of("up", "--detach", "--port", "0"));
        arguments.addAll(RealBridges.added(Arrays.asList(options), RealBridges.urls()));
        Output up = suite.directcall(arguments);
        if (up.exitCode() != 0) {
            suite.close();
            throw new IllegalStateException("The suite did not start:\n" + up.text());
        }
        return suite;
    }

    /** The same with empty databases: what an earlier run left behind must not decide how this one goes. */
    public static RunningSuite startAfresh(Path checkout, Path stateDir, String... options) {
        return startAfresh(checkout, stateDir, Map.of(), options);
    }

    /** The same with more in the environment of all parts, which is how services are configured. */
    public static RunningSuite startAfresh(
            Path checkout, Path stateDir, Map<String, String> environment, String... options) {
        RunningSuite suite = at(checkout, stateDir, environment);
        suite.directcall(List.of("down"));
        suite.forget();
        return start(suite, options);
    }

    /**
     * What a command printed.
     *
     * @param exitCode of the process
     * @param text standard output and error
     */
    public record Output(int exitCode, String text) {}

    /** Runs a command of the launcher for this suite. */
    public Output directcall(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                layout.suiteJar().toString()));
        command.addAll(arguments);
        command.addAll(List.of(
                "--checkout",
                layout.checkout().toString(),
                "--state",
                layout.stateDir().toString()));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (InputStream output = process.getInputStream()) {
                String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
                return new Output(process.waitFor(), text);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where its things lie. */
    public Layout layout() {
        return layout;
    }

    /** What runs now. */
    public RunView run() {
        return new RunFile(layout.runFile())
                .running()
                .orElseThrow(
                        () -> new IllegalStateException("The suite is not running any more: " + layout.stateDir()));
    }

    /** The demo page, ending in a slash. */
    public String link() {
        return run().link();
    }

    /** One part as it is now. */
    public PartView part(String name) {
        return run().parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Kills a part at once; the launcher starts it again. */
    public void kill(String name) {
        part(name).process().orElseThrow().kill();
    }

    /** Kills a part at once and keeps it away until {@link #startAgain}. */
    public void killForGood(String name) {
        kill(name);
        try {
            // Well before the launcher's first pause of 250 ms is over.
            Files.writeString(layout.files(name).stop(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a part has been started again at least this often and is ready. */
    public boolean cameBack(String name, int restarts) {
        PartView part = part(name);
        return part.restarts() >= restarts && part.state() == PartState.READY;
    }

    /** Stops a part and keeps it stopped. */
    public void stop(String name) {
        expectSuccess("stop", name);
    }

    /** Starts a stopped part and waits until it is ready. */
    public void startAgain(String name) {
        expectSuccess("start", name);
    }

    /** @throws IllegalStateException when something is left of a suite that was started here */
    @Override
    public void close() {
        if (ours) {
            Output down = directcall(List.of("down"));
            List<ProcessId> left = layout.marker().processes();
            if (down.exitCode() != 0 || !left.isEmpty()) {
                throw new IllegalStateException("The suite did not stop, " + left + " are left:\n" + down.text());
            }
        }
    }

    /** Forgets all sessions and users of a suite that does not run. */
    private void forget() {
        Path data = layout.dataDir();
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expectSuccess(String command, String name) {
        Output output = directcall(List.of(command, name));
        if (output.exitCode() != 0) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s %s failed: %s", command, name, output.text()));
        }
    }
}
