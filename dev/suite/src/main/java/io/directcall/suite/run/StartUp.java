package io.directcall.suite.run;

import io.directcall.suite.part.Part;
import io.directcall.suite.part.PartFailed;
import io.directcall.suite.part.PartView;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for the parts of a suite to be ready for the first time; gives up at the first that can't be. */
final class StartUp {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Collection<Part> parts;
    private final Suite.Progress progress;
    private final Set<Part> told = new HashSet<>();

    StartUp(Collection<Part> parts, Suite.Progress progress) {
        this.parts = parts;
        this.progress = progress;
    }

    void await() throws InterruptedException, PartFailed {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (told.size() < parts.size()) {
            for (Part part : parts) {
                tell(part);
            }
            if (Instant.now().isAfter(deadline)) {
                throw tooSlow();
            }
            Thread.sleep(20);
        }
    }

    private void tell(Part part) throws InterruptedException, PartFailed {
        CompletableFuture<Duration> ready = part.firstReady();
        if (!ready.isDone() || !told.add(part)) {
            return;
        }
        try {
            progress.ready(part.spec().name(), ready.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PartFailed failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private PartFailed tooSlow() {
        Part slow =
                parts.stream().filter(part -> !told.contains(part)).findFirst().orElseThrow();
        PartView view = slow.view();
        return new PartFailed(view.name(), "is not ready after " + PATIENCE.toSeconds() + " s", slow.log());
    }
}
