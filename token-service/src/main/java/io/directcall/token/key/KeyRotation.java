package io.directcall.token.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides by the times of all keys which one signs, when the next one is due and which ones nobody needs any more. Every replica decides
 * alike, because it decides by the database's rows and the clock alone.
 *
 * @param lead how long a new key is published before it signs
 * @param rotateEvery how long a key signs
 */
public record KeyRotation(Duration lead, Duration rotateEvery) {
    /** The longest that a call token may live. */
    public static final Duration LONGEST_TOKEN = Duration.ofHours(24);

    /** Beyond the life of the last token that a key signed: for clocks that differ, and a replica that noticed late. */
    private static final Duration MARGIN = Duration.ofHours(1);

    /** The key to sign with: of those whose time has come, the newest. */
    static Optional<KeyTimes> signing(List<KeyTimes> keys, Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .max(Comparator.comparingInt(KeyTimes::generation));
    }

    /** The newest key, whether or not it signs already. */
    static Optional<KeyTimes> newest(List<KeyTimes> keys) {
        return keys.stream().max(Comparator.comparingInt(KeyTimes::generation));
    }

    /** The next key; the very first signs at once, as there is nobody who knows another. */
    KeyTimes next(String kid, List<KeyTimes> keys, Duration after, Instant now) {
        return newest(keys)
                .map(before -> new KeyTimes(kid, before.generation() + 1, now, now.plus(after)))
                .orElseGet(() -> new KeyTimes(kid, 1, now, now));
    }

    /** Whether the next key is to be made now, so that it has been published for long enough when its time comes. */
    boolean isDue(List<KeyTimes> keys, Instant now) {
        return newest(keys)
                .filter(key -> now.isBefore(key.signsFrom().plus(rotateEvery).minus(lead)))
                .isEmpty();
    }

    /** Keys whose last token has expired. */
    static List<KeyTimes> over(List<KeyTimes> keys, Instant now) {
        return keys.stream()
                .filter(key -> keptUntil(key, keys).filter(now::isAfter).isPresent())
                .toList();
    }

    /** When a key is no longer needed; empty as long as no other takes its place. */
    static Optional<Instant> keptUntil(KeyTimes key, List<KeyTimes> keys) {
        return keys.stream()
                .filter(other -> other.generation() > key.generation())
                .map(KeyTimes::signsFrom)
                .min(Comparator.naturalOrder())
                .map(replaced -> replaced.plus(LONGEST_TOKEN).plus(MARGIN));
    }
}
