package io.directcall.bridge.subscription;

import java.util.Set;

/** Which audio a receiver wants. */
public sealed interface AudioSubscription {
    /** Everybody's; so it is until the receiver says otherwise. */
    record All() implements AudioSubscription {}

    record None() implements AudioSubscription {}

    /** Only those included, or, when none is, all but those excluded. */
    record Custom(Set<String> include, Set<String> exclude) implements AudioSubscription {
        public Custom {
            include = Set.copyOf(include);
            exclude = Set.copyOf(exclude);
        }
    }

    default boolean includes(String source) {
        return switch (this) {
            case All all -> true;
            case None none -> false;
            case Custom custom ->
                !custom.exclude().contains(source)
                        && (custom.include().isEmpty() || custom.include().contains(source));
        };
    }
}
