package io.directcall.suite.part;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.directcall.suite.process.ProcessId;
import java.util.Optional;

/**
 * One part as the state file tells it.
 *
 * @param name as people say it
 * @param state where it is in its life
 * @param pid its process; 0 when it has none
 * @param startTicks see {@link ProcessId}
 * @param port where it serves
 * @param restarts how often its process was started again since {@code up}
 * @param log where its output goes
 */
public record PartView(String name, PartState state, long pid, long startTicks, int port, int restarts, String log) {

    /** Its process, if it has one. */
    @JsonIgnore
    public Optional<ProcessId> process() {
        return pid == 0 ? Optional.empty() : Optional.of(new ProcessId(pid, startTicks));
    }
}
