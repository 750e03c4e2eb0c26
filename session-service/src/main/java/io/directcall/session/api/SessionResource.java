package io.directcall.session.api;

import io.directcall.contracts.session.SessionSnapshot;
import io.directcall.service.Data;
import io.directcall.service.validation.PublicId;
import io.directcall.session.rules.Actor;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.store.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** A session as a whole. */
@Path("/v3/sessions/{sessionId}")
public class SessionResource {
    private final Sessions sessions;
    private final Actors actors;

    SessionResource(Sessions sessions, Actors actors) {
        this.sessions = sessions;
        this.actors = actors;
    }

    /** The session as it is now, also when it has ended. */
    @GET
    public Uni<Data<SessionSnapshot>> read(@RestPath @PublicId String sessionId) {
        actors.of(sessionId);
        return sessions.read(sessionId).map(Snapshots::of).map(Data::new);
    }

    /** Ends the session for all who are in it. */
    @DELETE
    public Uni<Void> end(@RestPath @PublicId String sessionId) {
        Actor by = actors.of(sessionId);
        return sessions.tell(sessionId, new EndForAll(by)).replaceWithVoid();
    }
}
