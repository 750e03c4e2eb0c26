package io.directcall.service.test;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class while which Vert.x found an event loop blocked (for {@code quarkus.vertx.max-event-loop-execute-time}, 2 s by
 * default): {@code @ExtendWith(EventLoopWatch.class)}.
 */
public final class EventLoopWatch implements BeforeAllCallback, AfterAllCallback {
    /** Held here, because log managers keep loggers by weak references. */
    private static final Logger CHECKER = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    private final Recorder recorder = new Recorder();

    @Override
    public void beforeAll(ExtensionContext context) {
        CHECKER.addHandler(recorder);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        CHECKER.removeHandler(recorder);
        if (!recorder.found.isEmpty()) {
            throw new AssertionError("an event loop was blocked: " + recorder.found);
        }
    }

    private static final class Recorder extends Handler {
        private final Queue<String> found = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord warning) {
            if (String.valueOf(warning.getMessage()).contains("eventloop")) {
                found.add(warning.getMessage());
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
