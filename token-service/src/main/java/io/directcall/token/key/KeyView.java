package io.directcall.token.key;

import java.time.Instant;
import java.util.List;

/**
 * A signing key as operators see it.
 *
 * @param kid its id, as tokens and the JSON Web Key Set name it
 * @param algorithm what it signs with
 * @param state {@code next}: published, signs later; {@code signing}; {@code retired}: tokens that it signed may still be valid
 * @param createdAt seconds since 1970
 * @param signsFrom seconds since 1970
 * @param keptUntil seconds since 1970; null as long as no other takes its place
 */
public record KeyView(String kid, String algorithm, String state, long createdAt, long signsFrom, Long keptUntil) {

    static KeyView of(TimedKey key, List<KeyTimes> all, Instant now) {
        KeyTimes times = key.times();
        Long keptUntil =
                KeyRotation.keptUntil(times, all).map(Instant::getEpochSecond).orElse(null);
        return new KeyView(
                times.kid(),
                key.pair().algorithm().jwsName(),
                stateOf(times, all, now),
                times.createdAt().getEpochSecond(),
                times.signsFrom().getEpochSecond(),
                keptUntil);
    }

    private static String stateOf(KeyTimes key, List<KeyTimes> all, Instant now) {
        if (key.signsFrom().isAfter(now)) {
            return "next";
        }
        return KeyRotation.signing(all, now).filter(key::equals).isPresent() ? "signing" : "retired";
    }
}
