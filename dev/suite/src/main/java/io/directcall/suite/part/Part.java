package io.directcall.suite.part;

import io.directcall.suite.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps one part running: starts its process, waits until it is ready, starts it again when it dies. One thread owns it, from
 * {@link #run()} to {@link #end}. A part that dies before it was ever ready is not tried again: then {@link #firstReady()} fails.
 */
public final class Part implements Runnable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final PartSpec spec;
    private final PartFiles files;
    private final Runnable onChange;
    private final BackOff backOff = new BackOff();
    private final CompletableFuture<Duration> firstReady = new CompletableFuture<>();

    private volatile boolean ending;
    private volatile PartState state = PartState.WAITING;
    private volatile Process process;
    private volatile ProcessId processId;
    private final AtomicInteger restarts = new AtomicInteger();

    /**
     * @param files where its log goes and where others ask for it to be stopped
     * @param onChange called after each change of {@link #view()}, by this part's thread
     */
    public Part(PartSpec spec, PartFiles files, Runnable onChange) {
        this.spec = spec;
        this.files = files;
        this.onChange = onChange;
    }

    /** What it was made from. */
    public PartSpec spec() {
        return spec;
    }

    /** Its output. */
    public Path log() {
        return files.log();
    }

    /** Done with the time that it took when the part is ready for the first time; fails with {@link PartFailed} when it can't be. */
    public CompletableFuture<Duration> firstReady() {
        return firstReady;
    }

    /** True when it takes requests. */
    public boolean isReady() {
        return state == PartState.READY;
    }

    /** What it looks like now. */
    public PartView view() {
        ProcessId now = processId;
        return new PartView(
                spec.name(),
                state,
                now == null ? 0 : now.pid(),
                now == null ? 0 : now.startTicks(),
                spec.port(),
                restarts.get(),
                files.log().toString());
    }

    @Override
    public void run() {
        try {
            while (!ending) {
                if (files.stopAsked()) {
                    become(PartState.STOPPED);
                    pause(POLL);
                } else {
                    live();
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            firstReady.completeExceptionally(
                    new PartFailed(spec.name(), "can't be started: " + e.getMessage(), files.log()));
        }
    }

    /** No restarts from now on; asks the process to end. */
    public synchronized void end() {
        ending = true;
        Process running = process;
        if (running != null) {
            running.destroy();
        }
    }

    /** Waits until its process is gone after {@link #end}; ends it by force when it takes longer than this. */
    public void awaitEnd(Duration patience) throws InterruptedException {
        Process running = process;
        if (running != null && !running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            running.destroyForcibly().waitFor();
        }
    }

    /** From one start of the process to its end. */
    private void live() throws IOException, InterruptedException {
        Instant started = Instant.now();
        long logStart = Files.exists(files.log()) ? Files.size(files.log()) : 0;
        startProcess();
        awaitReady(logStart, started);
        Instant ready = Instant.now();
        awaitExit();
        processId = null;
        if (ending || files.stopAsked()) {
            return;
        }
        if (!firstReady.isDone()) {
            ending = true;
            firstReady.completeExceptionally(
                    new PartFailed(spec.name(), "ended with exit code " + process.exitValue(), files.log()));
            return;
        }
        restarts.incrementAndGet();
        become(PartState.RESTARTING);
        pause(backOff.after(Duration.between(ready, Instant.now())));
    }

    private synchronized void startProcess() throws IOException {
        if (ending) {
            throw new IOException("the suite is stopping");
        }
        // In a session of its own: the terminal's Ctrl-C is for the launcher, which then ends the parts in order.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(spec.command());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(spec.environment());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
        process = builder.start();
        processId = ProcessId.of(process.pid()).orElse(null);
        become(PartState.STARTING);
    }

    private void awaitReady(long logStart, Instant started) throws IOException, InterruptedException {
        while (process.isAlive() && !files.stopAsked()) {
            if (spec.readiness().reached(files.log(), logStart)) {
                become(PartState.READY);
                firstReady.complete(Duration.between(started, Instant.now()));
                return;
            }
            pause(POLL);
        }
    }

    private void awaitExit() throws InterruptedException {
        while (!process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            if (files.stopAsked()) {
                become(PartState.STOPPING);
                process.destroy();
                awaitEnd(Duration.ofSeconds(10));
            }
        }
    }

    private void become(PartState next) {
        if (state != next || next == PartState.STARTING) {
            state = next;
            onChange.run();
        }
    }

    private static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
