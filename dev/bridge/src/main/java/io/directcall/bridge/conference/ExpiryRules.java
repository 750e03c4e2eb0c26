package io.directcall.bridge.conference;

import java.time.Duration;

/**
 * When silent endpoints and empty conferences go.
 *
 * @param emptyConference a conference without endpoints expires after this
 * @param firstTransfer an endpoint from which nothing ever came is called inactive after this
 * @param neverConnected and expires after this
 * @param inactive an endpoint that fell silent is called inactive after this
 * @param inactiveExpiry and expires after this
 */
public record ExpiryRules(
        Duration emptyConference,
        Duration firstTransfer,
        Duration neverConnected,
        Duration inactive,
        Duration inactiveExpiry) {

    /** What was measured on Jitsi Videobridge with its own defaults. */
    public static ExpiryRules defaults() {
        return new ExpiryRules(
                Duration.ofSeconds(64),
                Duration.ofSeconds(15),
                Duration.ofSeconds(120),
                Duration.ofSeconds(8),
                Duration.ofSeconds(111));
    }

    public ExpiryRules withEmptyConference(Duration value) {
        return new ExpiryRules(value, firstTransfer, neverConnected, inactive, inactiveExpiry);
    }

    public ExpiryRules withFirstTransfer(Duration value) {
        return new ExpiryRules(emptyConference, value, neverConnected, inactive, inactiveExpiry);
    }

    public ExpiryRules withNeverConnected(Duration value) {
        return new ExpiryRules(emptyConference, firstTransfer, value, inactive, inactiveExpiry);
    }

    public ExpiryRules withInactive(Duration value) {
        return new ExpiryRules(emptyConference, firstTransfer, neverConnected, value, inactiveExpiry);
    }

    public ExpiryRules withInactiveExpiry(Duration value) {
        return new ExpiryRules(emptyConference, firstTransfer, neverConnected, inactive, value);
    }
}
