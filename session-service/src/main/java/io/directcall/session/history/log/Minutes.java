package io.directcall.session.history.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long somebody was in a call: as long as the call was an audio call, and as long as it was a video call. Whether microphone and
 * camera were on does not matter. Derived whenever it is read, so it is right after a crash and while the call runs.
 *
 * @param audio before the call went on with video
 * @param video from then on
 */
record Minutes(Duration audio, Duration video) {
    static final Minutes NONE = new Minutes(Duration.ZERO, Duration.ZERO);

    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final double DIGITS = 10_000;

    /**
     * @param from when somebody joined
     * @param to when they left, or now
     * @param videoSince since when it is a video call; empty while it is an audio call
     */
    static Minutes between(Instant from, Instant to, Optional<Instant> videoSince) {
        Instant turn = videoSince.map(since -> earlier(to, later(from, since))).orElse(to);
        return new Minutes(atLeastZero(Duration.between(from, turn)), atLeastZero(Duration.between(turn, to)));
    }

    Minutes plus(Minutes other) {
        return new Minutes(audio.plus(other.audio), video.plus(other.video));
    }

    Duration total() {
        return audio.plus(video);
    }

    /** To four digits after the point, which is 6 ms. */
    static double of(Duration duration) {
        return Math.round(duration.toMillis() / MILLIS_PER_MINUTE * DIGITS) / DIGITS;
    }

    /** For example {@code 00:00:19}; the hours go on beyond a day. */
    static String clock(Duration duration) {
        return "%02d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** The clocks of replicas differ. */
    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
