package io.directcall.suite.cli;

import io.directcall.suite.part.Parts;
import java.io.PrintStream;
import java.time.Duration;

/**
 * What {@code up} says when all is ready.
 *
 * @param link the demo page, ending in a slash
 * @param took since {@code up} began
 * @param inBackground whether the terminal is free again
 */
record Welcome(String link, Duration took, boolean inBackground) {

    void print(PrintStream out) {
        out.printf("""

                Direct Call is ready (%.1f s).

                  Demo   %s
                  API    %sv3   (API key %s, for development only)
                  Logs   ./directcall logs NAME   (see ./directcall status)
                  Stop   %s./directcall down
                """, took.toMillis() / 1000.0, link, link, Parts.API_KEY, inBackground ? "" : "Ctrl-C or ");
        out.flush();
    }
}
