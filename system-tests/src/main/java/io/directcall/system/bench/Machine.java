package io.directcall.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What figures were measured on, as Linux tells it.
 *
 * @param processor the model's name; {@code unknown} where the kernel gives none
 * @param cores that this process may use
 * @param memoryBytes of the whole machine
 * @param kernel its release
 * @param jdk version of the Java that runs this, which the suite uses too
 * @param loadAverage of the last minute, in runnable processes, at the time of asking; above 0.5 something else ran as well
 */
public record Machine(String processor, int cores, long memoryBytes, String kernel, String jdk, double loadAverage) {

    /** This one; to be asked before the load of the benchmark itself is part of the average. */
    public static Machine now() {
        return new Machine(
                valueOf("model name", lines("/proc/cpuinfo")),
                Runtime.getRuntime().availableProcessors(),
                kilobytes(valueOf("MemTotal", lines("/proc/meminfo"))) * 1024,
                System.getProperty("os.version"),
                Runtime.version().toString(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** One line for people. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "Machine: %d cores (%s), %.1f GB of memory, Linux %s, Java %s, load average %.2f before",
                cores,
                processor,
                memoryBytes / 1e9,
                kernel,
                jdk,
                loadAverage);
    }

    /** The value of the first {@code name : value} line. */
    static String valueOf(String name, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** From {@code 16303072 kB}. */
    static long kilobytes(String value) {
        return Long.parseLong(value.split(" ", 2)[0]);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
