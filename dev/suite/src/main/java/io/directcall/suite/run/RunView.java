package io.directcall.suite.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.directcall.suite.part.PartView;
import io.directcall.suite.process.ProcessId;
import java.time.Instant;
import java.util.List;

/**
 * A run as the state file tells it.
 *
 * @param state whether all of it is up
 * @param link the demo page
 * @param port the edge's
 * @param pid the launcher's process
 * @param startTicks see {@link ProcessId}
 * @param startedAt when {@code up} began
 * @param parts the processes it looks after
 */
public record RunView(
        RunState state, String link, int port, long pid, long startTicks, Instant startedAt, List<PartView> parts) {

    /** Where a run is in its life. */
    public enum RunState {
        STARTING,
        READY,
        STOPPING
    }

    /** The launcher. */
    @JsonIgnore
    public ProcessId launcher() {
        return new ProcessId(pid, startTicks);
    }
}
