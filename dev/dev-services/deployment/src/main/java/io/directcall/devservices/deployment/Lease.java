package io.directcall.devservices.deployment;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;

/** Servers, database and topics that are the app's until the connection closes. */
final class Lease implements Closeable {

    private final Socket connection;
    private final Map<String, String> answer;

    private Lease(Socket connection, Map<String, String> answer) {
        this.connection = connection;
        this.answer = answer;
    }

    /**
     * Reads the answer to a request.
     *
     * @throws IllegalStateException when the infra refused
     */
    static Lease of(Socket connection, String line) {
        if (!line.startsWith("ok ")) {
            throw new IllegalStateException("The infra process gave no lease: " + line);
        }
        Map<String, String> answer = new HashMap<>();
        for (String pair : line.substring("ok ".length()).split(" ", -1)) {
            int equals = pair.indexOf('=');
            answer.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new Lease(connection, answer);
    }

    /** Host, port and database, as they stand in a URL. */
    String databasePath() {
        return answer.get("postgres") + "/" + answer.get("database");
    }

    String user() {
        return answer.get("user");
    }

    String password() {
        return answer.get("password");
    }

    String kafka() {
        return answer.get("kafka");
    }

    String topicPrefix() {
        return answer.get("topic-prefix");
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
