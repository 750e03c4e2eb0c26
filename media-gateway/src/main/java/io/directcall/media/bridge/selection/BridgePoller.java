package io.directcall.media.bridge.selection;

import io.directcall.media.bridge.BridgeClient;
import io.directcall.media.bridge.BridgeException;
import io.directcall.media.bridge.BridgeLoad;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Asks each bridge for health and load every few seconds, and at once when somebody had trouble with it. */
public final class BridgePoller implements AutoCloseable {
    private final BridgeDirectory directory;
    private final BridgeClient client;
    private final Vertx vertx;
    /** Bridges that are being asked: a slow one is not asked again meanwhile. */
    private final Set<String> asking = ConcurrentHashMap.newKeySet();

    private Consumer<String> onChange = url -> {};
    private long timer = -1;

    public BridgePoller(BridgeDirectory directory, BridgeClient client, Vertx vertx) {
        this.directory = directory;
        this.client = client;
        this.vertx = vertx;
    }

    /** @param listener told the URL of each bridge whose state changed */
    public void start(Duration interval, Consumer<String> listener) {
        onChange = listener;
        timer = vertx.setPeriodic(
                0, interval.toMillis(), tick -> directory.urls().forEach(this::poll));
    }

    /** Asks a bridge now. */
    public void poll(String url) {
        if (asking.add(url)) {
            Uni<BridgeLoad> load = client.load(url);
            load.subscribe().with(reported -> reported(url, reported), failure -> failed(url, failure));
        }
    }

    private void reported(String url, BridgeLoad load) {
        asking.remove(url);
        changed(url, directory.reported(url, load), "");
    }

    private void failed(String url, Throwable failure) {
        asking.remove(url);
        String why = failure instanceof BridgeException known ? known.getMessage() : failure.toString();
        changed(url, directory.failed(url), " (" + why + ")");
    }

    private void changed(String url, boolean changed, String why) {
        if (changed) {
            Log.infof("bridge=%s is %s%s", url, directory.state(url), why);
            onChange.accept(url);
        }
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
