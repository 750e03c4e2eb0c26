package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeLoad;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All bridges that this gateway may use. Thread-safe; holds nothing that a new instance would not learn within seconds. */
public final class BridgeDirectory {
    private final Map<String, Bridge> bridges = new LinkedHashMap<>();
    private final List<Consumer<BridgeChange>> listeners = new CopyOnWriteArrayList<>();
    private final SelectionStrategy strategy;
    private final Clock clock;

    public BridgeDirectory(Collection<String> urls, SelectionStrategy strategy, Clock clock) {
        this.strategy = strategy;
        this.clock = clock;
        urls.forEach(url -> bridges.put(url, new Bridge(url, true, clock.instant())));
    }

    /** @param listener told of each bridge whose state changed, by the thread that found out; must return quickly */
    public void onChange(Consumer<BridgeChange> listener) {
        listeners.add(listener);
    }

    /**
     * The bridge for a conference, empty when none may take it. One in quarantine is chosen when there is no other.
     *
     * @param endpoints so many are expected there from now on
     * @param wanted bridges that come into question, by URL
     */
    public synchronized Optional<String> choose(int endpoints, Predicate<String> wanted) {
        Optional<String> chosen = among(BridgeState.AVAILABLE, wanted).or(() -> among(BridgeState.QUARANTINED, wanted));
        chosen.ifPresent(url -> bridges.get(url).expect(endpoints, clock.instant()));
        return chosen;
    }

    private Optional<String> among(BridgeState state, Predicate<String> wanted) {
        return strategy.choose(bridges.values().stream()
                .filter(bridge -> bridge.isIn(state, clock.instant()) && wanted.test(bridge.url()))
                .map(Bridge::candidate)
                .toList());
    }

    /** An endpoint was made there: one that was expected when the bridge was chosen, or a further one. */
    public synchronized void placed(String url) {
        find(url).ifPresent(bridge -> bridge.placed(clock.instant()));
    }

    /** The bridge refused or missed a new conference: the next few seconds it gets no other. */
    public synchronized void avoid(String url) {
        find(url).ifPresent(bridge -> bridge.avoid(clock.instant()));
    }

    /** The bridge answered. */
    public void reported(String url, BridgeLoad load) {
        apply(url, new BridgeSignal.Reported(load));
    }

    /** The bridge did not answer. */
    public void failed(String url, String why) {
        apply(url, new BridgeSignal.Failed(why));
    }

    /** The bridge failed its conferences, though it answers. */
    public void quarantine(String url, Instant until, String why) {
        apply(url, new BridgeSignal.Quarantined(until, why));
    }

    /** Takes over which bridges there are. Others are withdrawn: they get no new conferences, and are forgotten when they are gone. */
    public void list(Collection<String> urls) {
        urls.forEach(url -> {
            know(url, true);
            apply(url, new BridgeSignal.Listed());
        });
        urls().stream().filter(url -> !urls.contains(url)).forEach(url -> apply(url, new BridgeSignal.Withdrawn()));
    }

    private synchronized void know(String url, boolean listed) {
        bridges.computeIfAbsent(url, first -> new Bridge(first, listed, clock.instant()));
    }

    private void apply(String url, BridgeSignal signal) {
        change(url, signal).ifPresent(change -> listeners.forEach(listener -> listener.accept(change)));
    }

    private synchronized Optional<BridgeChange> change(String url, BridgeSignal signal) {
        Optional<BridgeChange> change = find(url).flatMap(bridge -> bridge.apply(signal, clock.instant()));
        bridges.values().removeIf(bridge -> bridge.isForgettable(clock.instant()));
        return change;
    }

    /** A bridge that is not known is as good as unreachable. */
    public synchronized BridgeState state(String url) {
        return find(url).map(Bridge::state).orElse(BridgeState.UNREACHABLE);
    }

    /**
     * What should become of a bridge's conferences. Whatever it is like, they stay while no other bridge could take them: it may come back
     * with its conferences and media unharmed. A bridge that has conferences and is not known is asked from now on: it was withdrawn
     * while this replica did not run, or is not discovered yet.
     */
    public synchronized Departure departure(String url) {
        know(url, false);
        BridgeState state = state(url);
        return switch (state) {
            case UNKNOWN, AVAILABLE, UNHEALTHY -> Departure.STAY;
            case DRAINING, STOPPING, WITHDRAWN -> anotherMayTake(url) ? Departure.LEAVE_GENTLY : Departure.STAY;
            case QUARANTINED -> anotherMayTake(url) ? Departure.LEAVE_NOW : Departure.STAY;
            case UNREACHABLE ->
                anotherMayTake(url) || othersAre(BridgeState.QUARANTINED, url) ? Departure.LEAVE_NOW : Departure.STAY;
        };
    }

    /** Whether a bridge may take a conference now. */
    public synchronized boolean mayTake(String url) {
        return find(url)
                .filter(bridge -> bridge.isIn(BridgeState.AVAILABLE, clock.instant()))
                .isPresent();
    }

    /** Whether a bridge other than this one may take a conference now. */
    public synchronized boolean anotherMayTake(String url) {
        return othersAre(BridgeState.AVAILABLE, url);
    }

    private boolean othersAre(BridgeState state, String url) {
        return bridges.values().stream()
                .anyMatch(bridge -> !bridge.url().equals(url) && bridge.isIn(state, clock.instant()));
    }

    /** The bridge of an id, empty when there is none. */
    public synchronized Optional<BridgeView> byId(String id) {
        return bridges.values().stream()
                .filter(bridge -> bridge.id().equals(id))
                .findFirst()
                .map(Bridge::view);
    }

    public synchronized List<BridgeView> views() {
        return bridges.values().stream().map(Bridge::view).toList();
    }

    public synchronized List<String> urls() {
        return bridges.values().stream().map(Bridge::url).toList();
    }

    private Optional<Bridge> find(String url) {
        return Optional.ofNullable(bridges.get(url));
    }
}
