package io.directcall.media.bridge.discovery;

import io.directcall.media.bridge.selection.BridgeDirectory;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Looks again and again which bridges there are, and tells the directory. As long as that can't be said, the bridges stay what they were:
 * whether one is gone shows when it does not answer. Instances are single-use.
 */
public final class BridgeDiscovery implements AutoCloseable {
    private final BridgeLookup lookup;
    private final Set<String> configured;
    private final BridgeDirectory directory;
    private final Vertx vertx;
    private boolean failing;
    private long timer = -1;
    private boolean closed;

    /** @param configured bridges that are there whatever the lookup finds */
    public BridgeDiscovery(BridgeLookup lookup, Set<String> configured, BridgeDirectory directory, Vertx vertx) {
        this.lookup = lookup;
        this.configured = configured;
        this.directory = directory;
        this.vertx = vertx;
    }

    /** Looks now, and then again this long after each result: a slow server is not asked by several at once. */
    public void start(Duration interval) {
        Uni<Set<String>> found = Uni.createFrom().deferred(lookup::urls);
        found.subscribe()
                .with(
                        urls -> {
                            take(urls);
                            later(interval);
                        },
                        failure -> {
                            keep(failure.toString());
                            later(interval);
                        });
    }

    private synchronized void later(Duration interval) {
        if (!closed) {
            timer = vertx.setTimer(interval.toMillis(), tick -> start(interval));
        }
    }

    private synchronized void take(Set<String> urls) {
        if (urls.isEmpty()) {
            keep("nothing found");
            return;
        }
        if (failing) {
            Log.infof("bridges are discovered again: %s", urls);
        }
        failing = false;
        Set<String> all = new LinkedHashSet<>(configured);
        all.addAll(urls);
        directory.list(all);
    }

    /** One line for each outage, not one for each attempt. */
    private synchronized void keep(String why) {
        if (!failing) {
            Log.warnf("bridges can't be discovered, those that are known stay: %s", why);
        }
        failing = true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        vertx.cancelTimer(timer);
    }
}
