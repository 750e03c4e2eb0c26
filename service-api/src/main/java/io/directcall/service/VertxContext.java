package io.directcall.service;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Brings what comes on a foreign thread back to the Vert.x context of a request. */
public final class VertxContext {
    private VertxContext() {}

    /** Runs work on the context of whoever calls this; at once, on any thread, when there is none. */
    public static Executor ofCaller() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(ignored -> work.run());
    }
}
