package io.directcall.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the keys that sign call tokens, or makes the next one. */
@Command(name = "keys")
final class KeysCommand implements Callable<Integer> {
    private static final String PATH = "/v3/signing_keys";
    private static final String ROW = "%-45s %-9s %-20s %s%n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private enum Action {
        LIST,
        ROTATE
    }

    @Mixin
    private Installation installation;

    @Parameters(paramLabel = "list|rotate")
    private Action action;

    @Option(names = "--in", paramLabel = "SECONDS")
    private Integer seconds;

    @Override
    public Integer call() {
        switch (action) {
            case LIST -> list();
            case ROTATE -> rotate();
        }
        return 0;
    }

    private void list() {
        JsonNode keys = installation.get(PATH);
        System.out.printf(ROW, "KEY", "STATE", "SIGNS FROM", "KEPT UNTIL");
        for (JsonNode key : keys) {
            System.out.printf(
                    ROW,
                    key.path("kid").asText(),
                    key.path("state").asText(),
                    time(key.path("signsFrom")),
                    key.path("keptUntil").isNumber() ? time(key.path("keptUntil")) : "another takes its place");
        }
    }

    private void rotate() {
        JsonNode made = installation.post(PATH, seconds == null ? "{}" : "{\"signsInSeconds\":" + seconds + "}");
        System.out.println("Key " + made.path("kid").asText() + " is published and signs from "
                + time(made.path("signsFrom")) + ". Tokens of the old key stay valid.");
    }

    private static String time(JsonNode epochSeconds) {
        return TIME.format(Instant.ofEpochSecond(epochSeconds.asLong()));
    }
}
