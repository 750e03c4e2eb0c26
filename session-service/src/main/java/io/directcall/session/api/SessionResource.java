package io.directcall.session.api;

import io.directcall.contracts.session.SessionSnapshot;
import io.directcall.service.Data;
import io.directcall.service.validation.PublicId;
import io.directcall.session.rules.Actor;
import io.directcall.session.rules.SessionCommand;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.rules.SessionCommand.KeepAlive;
import io.directcall.session.rules.SessionCommand.SwitchToVideo;
import io.directcall.session.store.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

    /**
     * Asks to go on with video in an audio call, or agrees to what another participant asked for. Alone, or as the application's server,
     * one needs nobody's consent.
     */
    @POST
    @Path("/switch-to-video")
    public Uni<Data<SessionSnapshot>> switchToVideo(@RestPath @PublicId String sessionId) {
        return tell(sessionId, new SwitchToVideo(actors.of(sessionId)));
    }

    /** Stays though alone: the idle period starts anew. */
    @POST
    @Path("/keep-alive")
    public Uni<Data<SessionSnapshot>> keepAlive(@RestPath @PublicId String sessionId) {
        return tell(sessionId, new KeepAlive(actors.of(sessionId)));
    }

    private Uni<Data<SessionSnapshot>> tell(String sessionId, SessionCommand command) {
        return sessions.tell(sessionId, command)
                .map(Sessions.Outcome::session)
                .map(Snapshots::of)
                .map(Data::new);
    }

    /** Ends the session for all who are in it: for moderators, the application's server, and either of two. */
    @DELETE
    public Uni<Void> end(@RestPath @PublicId String sessionId) {
        Actor by = actors.of(sessionId);
        return sessions.tell(sessionId, new EndForAll(by)).replaceWithVoid();
    }
}
