package io.directcall.session.api;

import io.directcall.service.Data;
import io.directcall.service.validation.PublicId;
import io.directcall.session.rules.Actor;
import io.directcall.session.store.Sessions;
import io.directcall.session.turn.IceServer;
import io.directcall.session.turn.IceServers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Ways to the bridges. */
@Path("/v3/sessions/{sessionId}/participants/{participantId}/ice-servers")
public class IceServerResource {
    private final Sessions sessions;
    private final Actors actors;
    private final IceServers iceServers;

    IceServerResource(Sessions sessions, Actors actors, IceServers iceServers) {
        this.sessions = sessions;
        this.actors = actors;
        this.iceServers = iceServers;
    }

    /**
     * The STUN and TURN servers for a new peer connection, with credentials that have just been made: those of the join may have expired
     * when the media is set up anew later. Only for who is in the session.
     */
    @GET
    @Operation(summary = "STUN and TURN servers with fresh credentials, for the participant itself")
    public Uni<Data<List<IceServer>>> read(@RestPath @PublicId String sessionId, @RestPath String participantId) {
        Actor by = actors.of(sessionId);
        return sessions.read(sessionId)
                .invoke(session -> Actors.requireOwn(session, participantId, by))
                .map(session -> new Data<>(iceServers.of(participantId)));
    }
}
