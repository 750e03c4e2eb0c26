package io.directcall.system.bench.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have used, as Linux tells it.
 *
 * @param rssBytes of memory that is there now, pages that processes share counted for each
 * @param cpu time since they started
 */
record ProcessUse(long rssBytes, Duration cpu) {
    /** {@code USER_HZ}, which is 100 on all Linux that runs here. */
    private static final long TICK_MILLIS = 10;

    /** Of processes that run elsewhere. */
    static final ProcessUse NOTHING = new ProcessUse(0, Duration.ZERO);

    /** Of a process and of all that it started. */
    static ProcessUse ofTree(long pid) {
        Stream<ProcessHandle> all = ProcessHandle.of(pid).stream()
                .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()));
        return all.map(process -> of(process.pid())).reduce(NOTHING, ProcessUse::plus);
    }

    private static ProcessUse of(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            return new ProcessUse(
                    rss(Files.readAllLines(folder.resolve("status"))), cpu(Files.readString(folder.resolve("stat"))));
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read what process " + pid + " uses", e);
        }
    }

    /** From {@code VmRSS:     12345 kB}. */
    static long rss(List<String> status) {
        String line = status.stream()
                .filter(it -> it.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }

    /** User and system time, fields 14 and 15. The command's name stands in brackets and may hold blanks and brackets itself. */
    static Duration cpu(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Duration.ofMillis((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS);
    }

    private ProcessUse plus(ProcessUse other) {
        return new ProcessUse(rssBytes + other.rssBytes, cpu.plus(other.cpu));
    }
}
