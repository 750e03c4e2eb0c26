package io.directcall.suite.run;

import io.directcall.suite.edge.Edge;
import io.directcall.suite.part.Part;
import io.directcall.suite.part.PartFailed;
import io.directcall.suite.part.PartSpec;
import io.directcall.suite.part.PartView;
import io.directcall.suite.part.Parts;
import io.directcall.suite.process.Guardian;
import io.directcall.suite.process.ProcessId;
import io.directcall.suite.run.RunView.RunState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * All parts of one run, from {@link #start} to {@link #stop}. Owned by the launcher, which holds the lock of the state folder; keeps the
 * state file true. Used once.
 */
public final class Suite {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Layout layout;
    private final int port;
    private final Parts plan;
    private final Progress progress;
    private final RunFile runFile;
    private final Instant startedAt = Instant.now();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    private RunState state = RunState.STARTING;
    private Edge edge;
    private Guardian guardian;

    /** Told about each part as it becomes ready. */
    @FunctionalInterface
    public interface Progress {
        /** @param took from its own start */
        void ready(String part, Duration took);
    }

    public Suite(Layout layout, int port, Parts plan, Progress progress) {
        this.layout = layout;
        this.port = port;
        this.plan = plan;
        this.progress = progress;
        this.runFile = new RunFile(layout.runFile());
    }

    /** The demo page. */
    public String link() {
        return "http://localhost:" + port + "/";
    }

    /** Starts everything as far as dependencies allow at the same time; returns when all parts are ready. */
    public void start() throws IOException, InterruptedException, PartFailed {
        save();
        guardian = Guardian.start(layout.marker());
        for (PartSpec spec : plan.specs()) {
            layout.files(spec.name()).reset();
            parts.put(spec.name(), new Part(spec, layout.files(spec.name()), this::save));
        }
        edge = Edge.start(port, plan.servicePorts(), this::isReady, layout.webSdk(), Parts.API_KEY);
        parts.values().forEach(this::startWhenItMay);
        new StartUp(parts.values(), progress).await();
        become(RunState.READY);
    }

    /** Ends all parts: first the services, then what they need. */
    public void stop() throws InterruptedException, IOException {
        become(RunState.STOPPING);
        List<List<Part>> order = List.of(
                parts.values().stream()
                        .filter(part -> !part.spec().after().isEmpty())
                        .toList(),
                parts.values().stream()
                        .filter(part -> part.spec().after().isEmpty())
                        .toList());
        // No part may be started again while others end.
        for (List<Part> together : order) {
            together.forEach(Part::end);
            for (Part part : together) {
                part.awaitEnd(STOP_PATIENCE);
            }
        }
        threads.forEach(Thread::interrupt);
        if (edge != null) {
            edge.close();
        }
        layout.marker().sweep();
        if (guardian != null) {
            guardian.close();
        }
        runFile.delete();
    }

    private boolean isReady(int partsPort) {
        return parts.values().stream().anyMatch(part -> part.spec().port() == partsPort && part.isReady());
    }

    private void startWhenItMay(Part part) {
        CompletableFuture<?>[] needed = part.spec().after().stream()
                .map(name -> parts.get(name).firstReady())
                .toArray(CompletableFuture<?>[]::new);
        threads.add(Thread.ofVirtual().name(part.spec().name()).start(() -> {
            try {
                CompletableFuture.allOf(needed).join();
                part.run();
            } catch (CompletionException neededFailed) {
                // Told by the part that failed.
            }
        }));
    }

    private synchronized void become(RunState next) {
        state = next;
        save();
    }

    private synchronized void save() {
        ProcessId self = ProcessId.self();
        List<PartView> views = parts.values().stream().map(Part::view).toList();
        try {
            runFile.write(new RunView(state, link(), port, self.pid(), self.startTicks(), startedAt, views));
        } catch (IOException e) {
            // The parts go on; only `status` and `down` from another terminal see less.
            System.err.println("The state can't be written to " + layout.runFile() + ": " + e.getMessage());
        }
    }
}
