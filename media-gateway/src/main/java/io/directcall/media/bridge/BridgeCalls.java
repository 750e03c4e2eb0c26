package io.directcall.media.bridge;

/** Counts calls to bridges. */
@FunctionalInterface
public interface BridgeCalls {
    /**
     * @param operation what was asked for, one of a fixed few
     * @param outcome the HTTP status, or {@code unreachable}
     */
    void count(String operation, String outcome);
}
