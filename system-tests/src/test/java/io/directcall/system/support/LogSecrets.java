package io.directcall.system.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must never stand in a log: finds it by its form, or because it is one of the secrets that are known. */
public final class LogSecrets {
    private static final Map<String, Pattern> FORMS = Map.of(
            // Twelve characters of an auth token or an API key may be shown.
            "an auth token",
            Pattern.compile("dca_[A-Za-z0-9_-]{9,}"),
            "a made API key",
            Pattern.compile("dck_[A-Za-z0-9_-]{9,}"),
            "a JWT",
            Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
            "an encrypted key",
            Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.\\.[A-Za-z0-9_-]{8,}"),
            "a private key",
            Pattern.compile("\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{40,}|BEGIN (EC )?PRIVATE KEY"),
            "SDP",
            Pattern.compile(
                    "\\b(a=ice-pwd|a=ice-ufrag|a=fingerprint|a=candidate|o=- )|(?<![\\w=])v=0(\\\\[rn]|\\s|\"|$)"));

    private final Map<String, Pattern> wanted = new LinkedHashMap<>(FORMS);

    /** @param secrets that are known, by their names */
    public LogSecrets(Map<String, String> secrets) {
        secrets.forEach((name, secret) -> wanted.put(name, Pattern.compile(Pattern.quote(secret))));
    }

    /** Every place in the files of a folder, with what is there but without the secret. */
    public List<String> in(Path logs) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.sorted().toList()) {
                // Whatever the bytes are, each is a character of this set.
                List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
                for (int number = 1; number <= lines.size(); number++) {
                    String place = file.getFileName() + ":" + number;
                    in(lines.get(number - 1)).forEach(name -> found.add(place + " has " + name));
                }
            }
        }
        return found;
    }

    /** The names of what a line has. */
    List<String> in(String line) {
        return wanted.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(line).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
