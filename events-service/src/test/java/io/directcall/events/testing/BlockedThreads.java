package io.directcall.events.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what Vert.x says about event loops that were blocked, while it is open. */
public final class BlockedThreads implements AutoCloseable {
    private final Logger checker = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            messages.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public BlockedThreads() {
        checker.addHandler(handler);
    }

    public List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        checker.removeHandler(handler);
    }
}
