package io.directcall.bridge.conference;

/** Judges from its packets whether an endpoint is there. Not thread-safe. */
final class Liveness {
    /** What a check found. */
    enum Verdict {
        UNCHANGED,
        /** Nothing ever came; said at each check, as Jitsi Videobridge does. */
        NEVER_CONNECTED,
        BECAME_INACTIVE,
        BECAME_ACTIVE,
        EXPIRED
    }

    private final ExpiryRules rules;
    private final long createdNanos;
    private boolean inactive;

    Liveness(ExpiryRules rules, long createdNanos) {
        this.rules = rules;
        this.createdNanos = createdNanos;
    }

    boolean isInactive() {
        return inactive;
    }

    /** Judges an endpoint that was never heard. */
    Verdict checkUnheard(long nowNanos) {
        long age = nowNanos - createdNanos;
        if (age > rules.neverConnected().toNanos()) {
            return Verdict.EXPIRED;
        }
        return age > rules.firstTransfer().toNanos() ? Verdict.NEVER_CONNECTED : Verdict.UNCHANGED;
    }

    /** Judges an endpoint that was heard last at the given time. */
    Verdict check(long lastHeardNanos, long nowNanos) {
        long silence = nowNanos - lastHeardNanos;
        if (silence > rules.inactiveExpiry().toNanos()) {
            return Verdict.EXPIRED;
        }
        boolean silent = silence > rules.inactive().toNanos();
        if (silent == inactive) {
            return Verdict.UNCHANGED;
        }
        inactive = silent;
        return silent ? Verdict.BECAME_INACTIVE : Verdict.BECAME_ACTIVE;
    }
}
