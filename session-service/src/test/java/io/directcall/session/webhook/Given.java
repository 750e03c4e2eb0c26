package io.directcall.session.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** What tests of this package start from. */
final class Given {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Given() {}

    static Target target(String name, String url, boolean allowPrivate) {
        return new Target(
                name, URI.create(url), Signer.of(List.of(SECRET)), EnumSet.allOf(Trigger.class), allowPrivate);
    }

    /** Claimed for an attempt after so many that failed. */
    static Delivery delivery(int failures) {
        return new Delivery(1, "msg_1", "room", "{}", failures + 1, failures, NOW.plus(RetryRules.GIVE_UP_AFTER));
    }
}
