package io.directcall.media.bridge.channel;

import io.directcall.contracts.media.ConnectionQuality;
import io.directcall.media.conference.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes levels out of a bridge's estimates of what gets through to one endpoint. Below {@link #GOOD_FROM} kbit/s it is fair, below
 * {@link #FAIR_FROM} poor. Who asks for less video than that has a good network when it gets what it asks for: bridges send no more to find
 * out. Not thread-safe.
 */
final class DownlinkMeter {
    /** Room for one large picture; kbit/s. */
    static final int GOOD_FROM = Demand.ENOUGH;

    /** Room for one small picture; kbit/s. */
    static final int FAIR_FROM = 150;

    /** A level that was left downwards is reached again this much above its threshold, so that none is left and reached all the time. */
    private static final double HYSTERESIS = 1.2;

    /** A bridge's first estimates are low because it has just begun; one alone is no reason for alarm. */
    private static final int ESTIMATES_TO_FALL = 2;

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /** Null while nothing was told. */
    private ConnectionQuality told;

    private Instant nextAt = Instant.MIN;
    /** How many estimates in a row were worse than what was told. */
    private int low;

    /**
     * The level, when it is another than the one before. The first is told too: whoever owned the session before may have told of another.
     *
     * @param kbps what the bridge estimates
     * @param demandKbps what the endpoint asks for; 0 when it gets no video, and then nothing is known
     */
    Optional<ConnectionQuality> estimated(int kbps, int demandKbps, Instant now) {
        if (told == null && demandKbps == 0) {
            return Optional.empty();
        }
        ConnectionQuality before = told == null ? ConnectionQuality.GOOD : told;
        ConnectionQuality level = level(kbps, demandKbps, before);
        low = isWorse(level, before) ? low + 1 : 0;
        boolean trusted = low == 0 || low >= ESTIMATES_TO_FALL;
        if (level == told || !trusted || now.isBefore(nextAt)) {
            return Optional.empty();
        }
        told = level;
        nextAt = now.plus(INTERVAL);
        low = 0;
        return Optional.of(level);
    }

    private static ConnectionQuality level(int kbps, int demandKbps, ConnectionQuality before) {
        double share = Math.min(1, (double) demandKbps / GOOD_FROM);
        if (kbps >= share * GOOD_FROM * hysteresis(ConnectionQuality.GOOD, before)) {
            return ConnectionQuality.GOOD;
        }
        return kbps >= share * FAIR_FROM * hysteresis(ConnectionQuality.FAIR, before)
                ? ConnectionQuality.FAIR
                : ConnectionQuality.POOR;
    }

    private static double hysteresis(ConnectionQuality level, ConnectionQuality before) {
        return isWorse(before, level) ? HYSTERESIS : 1;
    }

    private static boolean isWorse(ConnectionQuality one, ConnectionQuality other) {
        return one.compareTo(other) > 0;
    }
}
