package io.directcall.bridge.http;

import io.directcall.bridge.conference.Conferences;
import io.directcall.bridge.conference.Endpoint;
import java.util.List;
import java.util.Optional;

/** Decides who may open the bridge channel at {@code /colibri-ws/SERVER/CONFERENCE/ENDPOINT?pwd=PASSWORD}. */
final class ChannelGate {
    static final String PREFIX = "colibri-ws";
    private static final String PASSWORD = "pwd=";

    private final String serverId;
    private final Conferences conferences;

    ChannelGate(String serverId, Conferences conferences) {
        this.serverId = serverId;
        this.conferences = conferences;
    }

    /** Either the endpoint or the status to refuse with. */
    record Decision(Optional<Endpoint> endpoint, int status) {
        private static Decision refuse(int status) {
            return new Decision(Optional.empty(), status);
        }
    }

    /** An unknown conference and a wrong password are answered alike, so that nobody can guess ids. */
    Decision decide(List<String> path, String query) {
        if (path.size() < 4 || !path.get(1).equals(serverId)) {
            return Decision.refuse(404);
        }
        String password = query != null && query.startsWith(PASSWORD) ? query.substring(PASSWORD.length()) : "";
        return conferences
                .byId(path.get(2))
                .flatMap(conference -> conference.endpoint(path.get(3)))
                .filter(endpoint -> endpoint.channel().accepts(password))
                .map(endpoint -> new Decision(Optional.of(endpoint), 101))
                .orElseGet(() -> Decision.refuse(403));
    }
}
