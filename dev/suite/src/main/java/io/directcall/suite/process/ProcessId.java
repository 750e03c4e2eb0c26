package io.directcall.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One process and no later one with the same number: Linux uses process numbers again, so a number alone must never be killed.
 *
 * @param pid its number
 * @param startTicks when it started, in clock ticks since the machine booted (field 22 of {@code /proc/PID/stat})
 */
public record ProcessId(long pid, long startTicks) {

    /** The process that has this number now, if any. */
    public static Optional<ProcessId> of(long pid) {
        return readTicks(pid).map(ticks -> new ProcessId(pid, ticks));
    }

    /** This JVM. */
    public static ProcessId self() {
        return of(ProcessHandle.current().pid()).orElseThrow();
    }

    /** Whether this very process still runs; a zombie does not. */
    public boolean alive() {
        return readTicks(pid).filter(ticks -> ticks == startTicks).isPresent();
    }

    /** Asks it to end; false when it has ended already. */
    public boolean terminate() {
        return alive() && ProcessHandle.of(pid).map(ProcessHandle::destroy).orElse(false);
    }

    /** Ends it at once; false when it has ended already. */
    public boolean kill() {
        return alive()
                && ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    private static Optional<Long> readTicks(long pid) {
        try {
            return startTicks(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Empty for a zombie. The command's name stands in brackets and may hold blanks and brackets itself. */
    static Optional<Long> startTicks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return fields[0].equals("Z") || fields[0].equals("X")
                ? Optional.empty()
                : Optional.of(Long.parseLong(fields[19]));
    }
}
