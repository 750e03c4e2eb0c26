package io.directcall.system.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.system.suite.RunningSuite;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every benchmark takes on its command line, and how it prints. */
public final class BenchOptions {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--checkout", hidden = true, defaultValue = ".")
    private Path checkout;

    /**
     * Starts a suite with empty databases for this benchmark alone, beside one that may run already; closing it stops it. Its logs stay in
     * {@code .directcall/bench}.
     *
     * @param options more options of {@code up}
     * @throws IllegalStateException with what the launcher printed, when it did not start
     */
    public RunningSuite startSuite(String... options) {
        if (RunningSuite.find(checkout).isPresent()) {
            say("A suite of this checkout runs beside the benchmark: its figures will be worse.");
        }
        say("Starting a suite of its own.");
        return RunningSuite.startAfresh(checkout, checkout.resolve(".directcall/bench"), options);
    }

    /** A folder for what the benchmark itself writes. */
    public Path folder(String name) {
        return checkout.resolve(".directcall/bench-" + name);
    }

    /** Tells how it goes; on standard error, because standard output is the report's alone. */
    public void say(String text) {
        System.err.println(text);
    }

    /**
     * Prints the result.
     *
     * @param report a record, for {@code --json}
     * @param text the same for people
     */
    public void print(Object report, String text) {
        System.out.println(json ? toJson(report) : text);
    }

    private static String toJson(Object report) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
