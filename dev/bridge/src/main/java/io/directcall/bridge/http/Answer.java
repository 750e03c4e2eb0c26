package io.directcall.bridge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What to answer to a request. */
record Answer(int status, String contentType, String body) {
    private static final String JSON = "application/json";

    static Answer json(ObjectNode body) {
        return new Answer(200, JSON, body.toString());
    }

    static Answer json(int status, ObjectNode body) {
        return new Answer(status, JSON, body.toString());
    }

    static Answer text(int status, String body) {
        return new Answer(status, "text/plain; charset=utf-8", body);
    }

    static Answer html(int status, String body) {
        return new Answer(status, "text/html; charset=utf-8", body);
    }

    static Answer empty(int status) {
        return new Answer(status, "", "");
    }
}
