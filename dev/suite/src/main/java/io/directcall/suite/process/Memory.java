package io.directcall.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** How much memory processes hold. */
public final class Memory {
    private Memory() {}

    /** Resident memory of a process and all its descendants in bytes; 0 when it is gone. */
    public static long ofTree(long pid) {
        return ProcessHandle.of(pid)
                .map(handle -> LongStream.concat(
                                LongStream.of(pid), handle.descendants().mapToLong(ProcessHandle::pid))
                        .map(Memory::ofOneProcess)
                        .sum())
                .orElse(0L);
    }

    /** Resident memory of one process without its children, in bytes; 0 when it is gone. */
    public static long ofOneProcess(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}
