package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeLoad;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All bridges that this gateway may use. Thread-safe; holds nothing that a new instance would not learn within seconds. */
public final class BridgeDirectory {
    private final Map<String, Bridge> bridges = new LinkedHashMap<>();
    private final SelectionStrategy strategy;
    private final Clock clock;

    public BridgeDirectory(Collection<String> urls, SelectionStrategy strategy, Clock clock) {
        urls.forEach(url -> bridges.put(url, new Bridge(url)));
        this.strategy = strategy;
        this.clock = clock;
    }

    /** The bridge for a new conference, empty when none may take it. */
    public synchronized Optional<String> choose() {
        return strategy.choose(bridges.values().stream()
                .filter(bridge -> bridge.mayTake(clock.instant()))
                .map(bridge -> bridge.candidate(clock.instant()))
                .toList());
    }

    /** The bridge for a conference that leaves another, empty when none may take it. */
    public synchronized Optional<String> chooseOtherThan(String url) {
        return strategy.choose(bridges.values().stream()
                .filter(bridge -> !bridge.url().equals(url) && bridge.mayTake(clock.instant()))
                .map(bridge -> bridge.candidate(clock.instant()))
                .toList());
    }

    /** Whether a bridge may take a conference now. */
    public synchronized boolean mayTake(String url) {
        return find(url).filter(bridge -> bridge.mayTake(clock.instant())).isPresent();
    }

    /** Base URL of the bridge with this id, empty when there is none. */
    public synchronized Optional<String> urlOf(String id) {
        return views().stream()
                .filter(view -> view.id().equals(id))
                .map(BridgeView::url)
                .findFirst();
    }

    /** An endpoint was made there. */
    public synchronized void placed(String url) {
        find(url).ifPresent(bridge -> bridge.placed(clock.instant()));
    }

    /** The bridge refused or missed a new conference: the next few seconds it gets no other. */
    public synchronized void avoid(String url) {
        find(url).ifPresent(bridge -> bridge.avoid(clock.instant()));
    }

    /** @return whether its state changed */
    public synchronized boolean reported(String url, BridgeLoad load) {
        BridgeState before = state(url);
        find(url).ifPresent(bridge -> bridge.reported(load));
        return before != state(url);
    }

    /** @return whether its state changed */
    public synchronized boolean failed(String url) {
        BridgeState before = state(url);
        find(url).ifPresent(Bridge::failed);
        return before != state(url);
    }

    /** A bridge that is no longer configured is as good as unreachable: its conferences have to move. */
    public synchronized BridgeState state(String url) {
        return find(url).map(Bridge::state).orElse(BridgeState.UNREACHABLE);
    }

    /**
     * What should become of a bridge's conferences. Whatever it is like, they stay while no other bridge could take them: it may come back
     * with its conferences and media unharmed.
     */
    public synchronized Departure departure(String url) {
        Departure wanted =
                switch (state(url)) {
                    case UNKNOWN, AVAILABLE, UNHEALTHY -> Departure.STAY;
                    case DRAINING, STOPPING, WITHDRAWN -> Departure.LEAVE_GENTLY;
                    case QUARANTINED, UNREACHABLE -> Departure.LEAVE_NOW;
                };
        return wanted == Departure.STAY || !anotherMayTake(url) ? Departure.STAY : wanted;
    }

    /** Whether a bridge other than this one may take a conference now. */
    public synchronized boolean anotherMayTake(String url) {
        return bridges.values().stream()
                .anyMatch(bridge -> !bridge.url().equals(url) && bridge.mayTake(clock.instant()));
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
