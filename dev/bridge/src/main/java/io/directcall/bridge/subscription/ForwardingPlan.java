package io.directcall.bridge.subscription;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which video sources a receiver gets. */
public final class ForwardingPlan {
    private ForwardingPlan() {}

    /**
     * The sources to forward with the height wanted of each.
     *
     * @param bySpeech names of the others' video sources, those of the latest speaker first
     */
    public static Map<String, Integer> plan(ReceiverConstraints constraints, List<String> bySpeech) {
        Set<String> ranked = new LinkedHashSet<>(constraints.preferred());
        ranked.retainAll(Set.copyOf(bySpeech));
        ranked.addAll(bySpeech);
        Map<String, Integer> plan = new LinkedHashMap<>();
        for (String source : ranked) {
            int height = constraints.maxHeight(source);
            boolean room = constraints.lastN() < 0 || plan.size() < constraints.lastN();
            if (room && height != 0) {
                plan.put(source, height);
            }
        }
        return plan;
    }
}
