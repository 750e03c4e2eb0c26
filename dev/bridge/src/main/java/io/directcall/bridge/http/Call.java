package io.directcall.bridge.http;

import java.util.List;

/**
 * A request as the resources see it.
 *
 * @param path its segments, decoded
 */
record Call(String method, List<String> path, String contentType, String accept, String body) {
    boolean is(String wantedMethod, String... wantedPath) {
        return method.equals(wantedMethod) && path.equals(List.of(wantedPath));
    }

    boolean under(String... prefix) {
        return path.size() >= prefix.length && path.subList(0, prefix.length).equals(List.of(prefix));
    }

    boolean hasJson() {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }

    boolean wantsJson() {
        return accept.contains("application/json");
    }
}
