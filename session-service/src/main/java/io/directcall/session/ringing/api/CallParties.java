package io.directcall.session.ringing.api;

import io.directcall.service.security.Caller;
import io.directcall.session.idempotency.Requests.Subject;
import io.directcall.session.rules.Party;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Finds out who speaks about a call. */
@RequestScoped
class CallParties {
    private final Caller caller;
    private final HttpHeaders headers;

    CallParties(Caller caller, HttpHeaders headers) {
        this.caller = caller;
        this.headers = headers;
    }

    /** The application's server when it names no user. Fails as {@link Caller#requireUser()}. */
    Uni<Party> party() {
        return headers.getHeaderString("onBehalfOf") == null && caller.hasApiKey()
                ? Uni.createFrom().item(new Party.Server())
                : caller.requireUser().map(Party.User::new);
    }

    static Subject subject(Party party) {
        return switch (party) {
            case Party.User user -> new Subject.User(user.uid());
            case Party.Server ignored -> new Subject.Server();
        };
    }
}
