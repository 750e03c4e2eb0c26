package io.directcall.suite.part;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a part tells that it can do its work. */
public sealed interface Readiness {

    /** It prints a line that starts with this word. */
    record Line(String word) implements Readiness {
        @Override
        public boolean reached(Path log, long from) throws IOException {
            byte[] bytes = Files.readAllBytes(log);
            int start = (int) Math.min(from, bytes.length);
            return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8)
                    .lines()
                    .anyMatch(line -> line.equals(word) || line.startsWith(word + " "));
        }
    }

    /** It answers 200 here. */
    record Http(URI uri) implements Readiness {
        private static final int TIMEOUT_MS = 2_000;

        @Override
        public boolean reached(Path log, long from) {
            try {
                HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
                connection.setConnectTimeout(TIMEOUT_MS);
                connection.setReadTimeout(TIMEOUT_MS);
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } catch (IOException notYet) {
                return false;
            }
        }
    }

    /**
     * Whether it is ready now.
     *
     * @param log where the part's output goes
     * @param from how long the log was when this process of the part began to write
     */
    boolean reached(Path log, long from) throws IOException;
}
