package io.directcall.suite.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Keys as people read them. */
final class KeyTables {
    private static final String API_KEY = "%-36s %-13s %-11s %-20s %s%n";
    private static final String SIGNING_KEY = "%-45s %-10s %-9s %-20s %s%n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private KeyTables() {}

    static void printApiKeys(JsonNode keys, PrintWriter out) {
        out.println("API keys, beside those of the services' configuration");
        out.printf(API_KEY, "ID", "BEGINS WITH", "SCOPE", "MADE", "NAME");
        for (JsonNode key : keys) {
            out.printf(
                    API_KEY,
                    key.path("id").asText(),
                    key.path("prefix").asText(),
                    key.path("scope").asText(),
                    time(key.path("createdAt")),
                    key.path("name").asText());
        }
    }

    static void printSigningKeys(JsonNode keys, PrintWriter out) {
        out.println("Signing keys of call tokens");
        out.printf(SIGNING_KEY, "KEY", "ALGORITHM", "STATE", "SIGNS FROM", "KEPT UNTIL");
        for (JsonNode key : keys) {
            out.printf(
                    SIGNING_KEY,
                    key.path("kid").asText(),
                    key.path("algorithm").asText(),
                    key.path("state").asText(),
                    time(key.path("signsFrom")),
                    key.path("keptUntil").isNumber() ? time(key.path("keptUntil")) : "another takes its place");
        }
    }

    static String time(JsonNode epochSeconds) {
        return TIME.format(Instant.ofEpochSecond(epochSeconds.asLong()));
    }
}
