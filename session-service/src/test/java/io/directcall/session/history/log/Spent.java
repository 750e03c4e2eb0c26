package io.directcall.session.history.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets tests of other packages see what is derived. */
public record Spent(Duration audio, Duration video) {
    public static Spent between(Instant from, Instant to, Optional<Instant> videoSince) {
        Minutes minutes = Minutes.between(from, to, videoSince);
        return new Spent(minutes.audio(), minutes.video());
    }
}
