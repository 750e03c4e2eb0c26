package io.directcall.session.api;

import io.directcall.contracts.session.SessionSnapshot;
import io.directcall.service.Data;
import io.directcall.service.validation.PublicId;
import io.directcall.session.idempotency.Reply;
import io.directcall.session.idempotency.Requests;
import io.directcall.session.rules.Actor;
import io.directcall.session.rules.SessionCommand;
import io.directcall.session.rules.SessionCommand.EndForAll;
import io.directcall.session.rules.SessionCommand.KeepAlive;
import io.directcall.session.rules.SessionCommand.SwitchToVideo;
import io.directcall.session.store.Sessions;
import io.directcall.session.store.Sessions.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** A session as a whole. */
@Path("/v3/sessions/{sessionId}")
public class SessionResource {
    private final Sessions sessions;
    private final AuditedSessions audited;
    private final Actors actors;
    private final Requests requests;

    SessionResource(Sessions sessions, AuditedSessions audited, Actors actors, Requests requests) {
        this.sessions = sessions;
        this.audited = audited;
        this.actors = actors;
        this.requests = requests;
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
    @APIResponse(
            responseCode = "200",
            description = "The session as it is then",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfSession.class)))
    public Uni<RestResponse<String>> switchToVideo(@RestPath @PublicId String sessionId) {
        Actor by = actors.of(sessionId);
        return tell(sessionId, by, new SwitchToVideo(by), SessionResource::shown);
    }

    /** Stays though alone: the idle period starts anew. */
    @POST
    @Path("/keep-alive")
    @APIResponse(
            responseCode = "200",
            description = "The session as it is then",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfSession.class)))
    public Uni<RestResponse<String>> keepAlive(@RestPath @PublicId String sessionId) {
        Actor by = actors.of(sessionId);
        return tell(sessionId, by, new KeepAlive(by), SessionResource::shown);
    }

    private Uni<RestResponse<String>> tell(
            String sessionId, Actor by, SessionCommand command, Function<Outcome, Reply> reply) {
        return requests.answer(
                Actors.subject(by),
                "",
                db -> audited.tell(db, sessionId, command).map(reply));
    }

    private static Reply shown(Outcome outcome) {
        return new Reply(200, new Data<>(Snapshots.of(outcome.session())), outcome);
    }

    /** Ends the session for all who are in it: for moderators, the application's server, and either of two. */
    @DELETE
    @APIResponse(responseCode = "204", description = "It has ended")
    public Uni<RestResponse<String>> end(@RestPath @PublicId String sessionId) {
        Actor by = actors.of(sessionId);
        return tell(sessionId, by, new EndForAll(by), Reply::noContent);
    }
}
