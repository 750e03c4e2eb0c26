package io.directcall.session.history.log;

import io.directcall.service.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Who wants to know.
 *
 * @param uid the user who asks, or on whose behalf the application's server does; empty for the server itself, which may see all calls
 * @param byToken the user asks itself
 */
record Asker(Optional<String> uid, boolean byToken) {
    private static final Asker SERVER = new Asker(Optional.empty(), false);

    /** Fails with 401 without valid credentials. */
    static Uni<Asker> of(Caller caller, HttpHeaders headers) {
        boolean byToken = isSent(headers, "authToken");
        if (!byToken && !isSent(headers, "onBehalfOf") && caller.hasApiKey()) {
            return Uni.createFrom().item(SERVER);
        }
        return caller.requireUser().map(uid -> new Asker(Optional.of(uid), byToken));
    }

    private static boolean isSent(HttpHeaders headers, String name) {
        String value = headers.getHeaderString(name);
        return value != null && !value.isBlank();
    }
}
