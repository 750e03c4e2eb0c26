package io.directcall.media.bridge.selection;

import io.directcall.contracts.bridge.BridgeState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Shows each bridge as this replica sees it. Gauges of bridges that were forgotten go at the next {@link #refresh}. */
public final class BridgeMetrics {
    private final BridgeDirectory directory;
    private final MultiGauge states;
    private final MultiGauge stress;
    private final MultiGauge endpoints;
    private final MultiGauge conferences;

    public BridgeMetrics(BridgeDirectory directory, MeterRegistry meters) {
        this.directory = directory;
        states = gauge(meters, "directcall.bridge.state", "1 for the state that the bridge is in, 0 for the others");
        stress = gauge(meters, "directcall.bridge.stress", "As the bridge reports it: 0 idle, 1 overloaded");
        endpoints = gauge(meters, "directcall.bridge.endpoints", "As the bridge reports it");
        conferences = gauge(meters, "directcall.bridge.conferences", "As the bridge reports it");
        directory.onChange(change -> meters.counter(
                        "directcall.bridge.changes",
                        "bridge",
                        change.bridge().id(),
                        "state",
                        word(change.bridge().state()))
                .increment());
    }

    private static MultiGauge gauge(MeterRegistry meters, String name, String description) {
        return MultiGauge.builder(name).description(description).register(meters);
    }

    /** Adds the gauges of new bridges and removes those of forgotten ones. */
    public void refresh() {
        List<BridgeView> bridges = directory.views();
        states.register(bridges.stream().flatMap(this::states).toList());
        register(stress, bridges, BridgeView::stress);
        register(endpoints, bridges, BridgeView::endpoints);
        register(conferences, bridges, BridgeView::conferences);
    }

    private Stream<MultiGauge.Row<?>> states(BridgeView bridge) {
        return Arrays.stream(BridgeState.values())
                .map(state -> row(
                        Tags.of("bridge", bridge.id(), "state", word(state)),
                        bridge.id(),
                        now -> now.state() == state ? 1 : 0));
    }

    private void register(MultiGauge gauge, List<BridgeView> bridges, ToDoubleFunction<BridgeView> value) {
        gauge.register(bridges.stream()
                .<MultiGauge.Row<?>>map(bridge -> row(Tags.of("bridge", bridge.id()), bridge.id(), value))
                .toList());
    }

    private MultiGauge.Row<?> row(Tags tags, String id, ToDoubleFunction<BridgeView> value) {
        return MultiGauge.Row.of(
                tags,
                directory,
                bridges -> bridges.byId(id).map(value::applyAsDouble).orElse(Double.NaN));
    }

    private static String word(BridgeState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
