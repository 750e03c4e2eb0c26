package io.directcall.bridge.subscription;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which video a receiver wants. Heights are only told apart in 0 (nothing) and more, since the bridge selects no layers.
 *
 * @param lastN at most that many sources, -1 for any number
 * @param preferred names of sources that come first, on-stage ones before selected ones
 * @param defaultMaxHeight for sources that {@code maxHeights} does not name; -1 for any height
 */
public record ReceiverConstraints(
        int lastN, List<String> preferred, int defaultMaxHeight, Map<String, Integer> maxHeights) {
    public static final int UNLIMITED = -1;

    public ReceiverConstraints {
        preferred = List.copyOf(preferred);
        maxHeights = Map.copyOf(maxHeights);
    }

    /** Before the receiver said anything. */
    public static ReceiverConstraints initial(int maxHeight) {
        return new ReceiverConstraints(UNLIMITED, List.of(), maxHeight, Map.of());
    }

    /** What a receiver says anew; what it leaves out stays as it was. */
    public record Update(
            Optional<Integer> lastN,
            Optional<List<String>> preferred,
            Optional<Integer> defaultMaxHeight,
            Optional<Map<String, Integer>> maxHeights) {
        public static Update lastN(int value) {
            return new Update(Optional.of(value), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    public ReceiverConstraints with(Update update) {
        return new ReceiverConstraints(
                update.lastN().orElse(lastN),
                update.preferred().orElse(preferred),
                update.defaultMaxHeight().orElse(defaultMaxHeight),
                update.maxHeights().orElse(maxHeights));
    }

    int maxHeight(String source) {
        return maxHeights.getOrDefault(source, defaultMaxHeight);
    }
}
