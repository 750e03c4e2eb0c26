package io.directcall.infra;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What the servers inside this JVM log. */
final class Logs {

    // The log manager keeps loggers weakly: without this reference the level would be lost.
    private static final Logger ROOT = Logger.getLogger("");

    private Logs() {}

    /** Warnings and errors in one line each; Kafka alone writes 600 lines at INFO in each start. */
    static void quiet() {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s %3$s %5$s%6$s%n");
        }
        ROOT.setLevel(Level.WARNING);
    }
}
