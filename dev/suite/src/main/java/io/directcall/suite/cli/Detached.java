package io.directcall.suite.cli;

import io.directcall.suite.part.JavaCommand;
import io.directcall.suite.run.Layout;
import io.directcall.suite.run.RunFile;
import io.directcall.suite.run.RunView;
import io.directcall.suite.run.RunView.RunState;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts a launcher that outlives this process and the terminal. */
record Detached(Layout layout) {

    /** Returns 0 when all parts are ready, else the launcher's own exit code. Ended before, it ends the launcher too. */
    int start(List<String> options) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        Path output = layout.log("launcher");
        Files.createDirectories(output.getParent());
        Files.deleteIfExists(output);
        Files.createFile(output);
        Process launcher = launch(options, output);
        Thread giveUp = new Thread(launcher::destroy, "give-up");
        Runtime.getRuntime().addShutdownHook(giveUp);
        try (InputStream shown = Files.newInputStream(output)) {
            while (launcher.isAlive() && ready(launcher).isEmpty()) {
                shown.transferTo(System.out);
                Thread.sleep(50);
            }
            shown.transferTo(System.out);
            System.out.flush();
        }
        Runtime.getRuntime().removeShutdownHook(giveUp);
        Optional<RunView> ready = ready(launcher);
        ready.ifPresent(run -> new Welcome(run.link(), Duration.between(begin, Instant.now()), true).print(System.out));
        return ready.isPresent() ? 0 : launcher.waitFor();
    }

    private Optional<RunView> ready(Process launcher) {
        return new RunFile(layout.runFile())
                .read()
                .filter(run -> run.pid() == launcher.pid() && run.state() == RunState.READY);
    }

    private Process launch(List<String> options, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(JavaCommand.withHeap(96)
                .quickStart()
                .jar(
                        layout.suiteJar(),
                        "up",
                        "--in-background",
                        "--checkout",
                        layout.checkout(),
                        "--state",
                        layout.stateDir()));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }
}
