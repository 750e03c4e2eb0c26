package io.directcall.suite.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for the JVMs of the suite: the launcher's own Java, with settings for a small machine. */
public final class JavaCommand {
    private static final int COMPACT_HEADERS_SINCE = 25;

    /** Since then the JVM warns about what Netty and Kafka do with memory; the flag itself is a release older. */
    private static final int UNSAFE_WARNED_SINCE = 24;

    private final List<String> words = new ArrayList<>();

    private JavaCommand(int heapMb) {
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-XX:+UseSerialGC");
        words.add("-Xmx" + heapMb + "m");
        if (Runtime.version().feature() >= COMPACT_HEADERS_SINCE) {
            words.add("-XX:+UseCompactObjectHeaders");
        }
        if (Runtime.version().feature() >= UNSAFE_WARNED_SINCE) {
            words.add("--sun-misc-unsafe-memory-access=allow");
        }
    }

    /** With at most this much heap. */
    public static JavaCommand withHeap(int megabytes) {
        return new JavaCommand(megabytes);
    }

    /** Compiles quickly instead of well: a second less until ready and 50 MB less, for what is never under load. */
    public JavaCommand quickStart() {
        words.add("-XX:TieredStopAtLevel=1");
        return this;
    }

    /** With one more option of the JVM. */
    public JavaCommand option(String option) {
        words.add(option);
        return this;
    }

    /** The whole command line for a jar and its arguments. */
    public List<String> jar(Path jar, Object... arguments) {
        words.add("-jar");
        words.add(jar.toString());
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return List.copyOf(words);
    }
}
