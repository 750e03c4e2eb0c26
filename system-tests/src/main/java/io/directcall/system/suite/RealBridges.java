package io.directcall.system.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Jitsi Videobridges that run elsewhere, on which suites are to be started instead of on development bridges. */
public final class RealBridges {
    /** The environment variable that names them: base URLs of their private REST, comma-separated. */
    public static final String VARIABLE = "DIRECTCALL_JVB";

    private RealBridges() {}

    /** Their URLs; empty when suites are to have development bridges. */
    public static List<String> urls() {
        return urls(System.getenv(VARIABLE));
    }

    static List<String> urls(String given) {
        return given == null
                ? List.of()
                : Arrays.stream(given.split(","))
                        .map(String::strip)
                        .filter(url -> !url.isEmpty())
                        .toList();
    }

    /** Options of {@code up} with these bridges in them. Whoever asks for bridges of their own gets those. */
    static List<String> added(List<String> options, List<String> urls) {
        List<String> all = new ArrayList<>(options);
        if (!urls.isEmpty() && !options.contains("--bridges") && !options.contains("--jvb")) {
            all.addAll(List.of("--jvb", String.join(",", urls)));
        }
        return all;
    }
}
