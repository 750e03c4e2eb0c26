package io.directcall.service.error;

import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;

/** Tells a part that is away, the database for example, from a defect. */
final class Outage {
    /** Causes nest a few levels; the bound is there for causes that go in circles. */
    private static final int MAX_DEPTH = 20;

    private Outage() {}

    static boolean caused(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (isOutage(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case ConnectException refused -> true;
            case ClosedChannelException closed -> true;
            case TimeoutException late -> true;
            // By name: not every service has the SQL client.
            default -> cause.getClass().getName().equals("io.vertx.sqlclient.ClosedConnectionException");
        };
    }
}
