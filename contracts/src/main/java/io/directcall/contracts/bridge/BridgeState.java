package io.directcall.contracts.bridge;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a bridge may take conferences, and why not. */
public enum BridgeState {
    /** Not heard of since this replica started or found it. */
    @JsonProperty("unknown")
    UNKNOWN,
    /** It takes conferences. */
    @JsonProperty("available")
    AVAILABLE,
    /** An operator wants it empty: its conferences move away bit by bit. */
    @JsonProperty("draining")
    DRAINING,
    /** It shuts down: its conferences move away bit by bit. */
    @JsonProperty("stopping")
    STOPPING,
    /** It is not among the configured or discovered bridges any more: its conferences move away bit by bit. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** It answers, and says that it is not well: no new conferences. */
    @JsonProperty("unhealthy")
    UNHEALTHY,
    /** It failed its conferences though it answers: they move away at once, and no new ones come for a time. */
    @JsonProperty("quarantined")
    QUARANTINED,
    /** It does not answer: its conferences move away at once. */
    @JsonProperty("unreachable")
    UNREACHABLE
}
