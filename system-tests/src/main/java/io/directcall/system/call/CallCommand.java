package io.directcall.system.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.system.suite.RunningSuite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./directcall call}. Exits with 0 when media flowed both ways, else with 1. */
@Command(name = "call", description = "Place a call between two headless browsers and print what each saw.")
public final class CallCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--seconds", defaultValue = "15", description = "How long the call is measured.")
    private int seconds;

    @Option(names = "--checkout", hidden = true, defaultValue = ".")
    private Path checkout;

    @Override
    public Integer call() throws Exception {
        try (RunningSuite suite = RunningSuite.find(checkout).orElseGet(this::startSuite)) {
            say("Calling for " + seconds + " s between two headless browsers at " + suite.link());
            CallReport report = new TwoPartyCall(suite.link(), Duration.ofSeconds(seconds)).place();
            System.out.println(
                    json
                            ? new ObjectMapper()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(report)
                            : System.lineSeparator() + report.table());
            say(report.mediaFlowed() ? "Media flowed both ways." : "Media did NOT flow both ways.");
            return report.mediaFlowed() ? 0 : 1;
        }
    }

    private RunningSuite startSuite() {
        say("The suite is not running: starting one for this call on free ports.");
        return RunningSuite.start(checkout, checkout.resolve(".directcall/call"));
    }

    /** Standard output is the report's alone. */
    private static void say(String text) {
        System.err.println(text);
    }
}
