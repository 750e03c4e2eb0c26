package io.directcall.suite.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines for the JVMs of the suite: the launcher's own Java, with settings for a small machine. */
final class JavaCommand {
    private static final int COMPACT_HEADERS_SINCE = 25;

    private final List<String> words = new ArrayList<>();

    private JavaCommand(int heapMb) {
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-XX:+UseSerialGC");
        words.add("-Xmx" + heapMb + "m");
        if (Runtime.version().feature() >= COMPACT_HEADERS_SINCE) {
            words.add("-XX:+UseCompactObjectHeaders");
        }
    }

    static JavaCommand withHeap(int megabytes) {
        return new JavaCommand(megabytes);
    }

    /** Compiles quickly instead of well: a second less until ready and 50 MB less, for what is never under load. */
    JavaCommand quickStart() {
        words.add("-XX:TieredStopAtLevel=1");
        return this;
    }

    JavaCommand option(String option) {
        words.add(option);
        return this;
    }

    List<String> jar(Path jar, Object... arguments) {
        words.add("-jar");
        words.add(jar.toString());
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return List.copyOf(words);
    }
}
