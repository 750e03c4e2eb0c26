package io.directcall.session.api;

import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionEvent.ParticipantJoined;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.Data;
import io.directcall.service.security.Caller;
import io.directcall.service.validation.PublicId;
import io.directcall.session.SessionConfig;
import io.directcall.session.idempotency.Reply;
import io.directcall.session.idempotency.Requests;
import io.directcall.session.idempotency.Requests.Subject;
import io.directcall.session.rules.Actor;
import io.directcall.session.rules.Member;
import io.directcall.session.rules.SessionCommand;
import io.directcall.session.rules.SessionCommand.Update;
import io.directcall.session.store.Sessions;
import io.directcall.session.store.Sessions.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Joining, changing and leaving. */
@Path("/v3/sessions/{sessionId}/participants")
public class ParticipantResource {
    private final Sessions sessions;
    private final AuditedSessions audited;
    private final Caller caller;
    private final Actors actors;
    private final Requests requests;
    private final InstantSource clock;
    private final SessionConfig config;
    private final FreshIceServers iceServers;

    ParticipantResource(
            Sessions sessions,
            AuditedSessions audited,
            Caller caller,
            Actors actors,
            Requests requests,
            InstantSource clock,
            SessionConfig config,
            FreshIceServers iceServers) {
        this.sessions = sessions;
        this.audited = audited;
        this.caller = caller;
        this.actors = actors;
        this.requests = requests;
        this.clock = clock;
        this.config = config;
        this.iceServers = iceServers;
    }

    /**
     * Joins the session of the call token, and starts it when nobody is in it: 201. A page that was loaded again names who it was and goes
     * on as the same: 200.
     */
    @POST
    @Operation(summary = "Joins a session, or goes on as the same participant after a reload")
    @APIResponse(
            responseCode = "201",
            description = "A new participant joined",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfJoin.class)))
    @APIResponse(
            responseCode = "200",
            description = "The participant named in the body goes on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfJoin.class)))
    public Uni<RestResponse<String>> join(@RestPath @PublicId String sessionId, @Valid JoinRequest body) {
        CallToken token = caller.requireCallToken(sessionId);
        String cursor =
                Long.toString(clock.instant().minus(config.cursorMargin()).toEpochMilli());
        JoinRequest wanted = JoinRequest.orEmpty(body);
        return requests.answer(
                        new Subject.User(token.user().uid()),
                        wanted,
                        db -> sessions.tell(db, sessionId, wanted.toJoin(token))
                                .map(outcome -> reply(outcome, wanted, cursor)))
                .map(iceServers::addedTo);
    }

    private static Reply reply(Outcome outcome, JoinRequest wanted, String cursor) {
        return newcomer(outcome)
                .map(newcomer -> reply(201, newcomer, outcome, cursor))
                .orElseGet(() -> reply(200, participant(outcome, wanted.participantId()), outcome, cursor));
    }

    private static Optional<Participant> newcomer(Outcome outcome) {
        return outcome.events().stream()
                .filter(ParticipantJoined.class::isInstance)
                .map(event -> ((ParticipantJoined) event).participant())
                .findFirst();
    }

    private static Participant participant(Outcome outcome, String participantId) {
        return outcome.session().member(participantId).map(Member::participant).orElseThrow();
    }

    private static Reply reply(int status, Participant participant, Outcome outcome, String cursor) {
        var answer = new JoinAnswer(participant, Snapshots.of(outcome.session()), List.of(), cursor);
        return new Reply(status, new Data<>(answer), outcome);
    }

    /**
     * Changes a participant's state: all of the caller's own. Of another's, everyone in the call may mute the microphone and pause the
     * camera unless the installation says otherwise; moderators and the application's server may also end a screen share and lower a
     * hand. Nobody turns on what another turned off.
     */
    @PATCH
    @Path("/{participantId}")
    @APIResponse(
            responseCode = "200",
            description = "The participant as it is then",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfParticipant.class)))
    public Uni<RestResponse<String>> change(
            @RestPath @PublicId String sessionId, @RestPath String participantId, @NotNull ChangeRequest body) {
        Actor by = actors.of(sessionId);
        var update = new Update(participantId, body.toChange(), by);
        return tell(
                sessionId,
                by,
                body,
                update,
                outcome -> new Reply(200, new Data<>(participant(outcome, participantId)), outcome));
    }

    private Uni<RestResponse<String>> tell(
            String sessionId, Actor by, Object body, SessionCommand command, Function<Outcome, Reply> reply) {
        return requests.answer(
                Actors.subject(by),
                body,
                db -> audited.tell(db, sessionId, command).map(reply));
    }

    /**
     * Leaves, or removes another participant when a moderator or the application's server asks.
     *
     * @param grace seconds, 0 (default) to 30, for the participant itself: it leaves when they are over unless it is back by then, with
     *     another event stream or by joining as the same participant. A page that goes can't know whether it is loaded again
     * @param ban true for a user who is removed and may not come back to this session, until the ban is lifted
     */
    @DELETE
    @Path("/{participantId}")
    @Operation(summary = "Leaves, at once or unless the page is back in time; removes another participant")
    @APIResponse(responseCode = "204", description = "It has left, or will when the grace is over")
    public Uni<RestResponse<String>> remove(
            @RestPath @PublicId String sessionId,
            @RestPath String participantId,
            @Parameter(
                            description = "Seconds that the participant itself may take to come back",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "0",
                                            maximum = "30",
                                            defaultValue = "0"))
                    @RestQuery
                    String grace,
            @Parameter(
                            description =
                                    "Whether a user who is removed may not come back with a new call token either",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String ban) {
        Actor by = actors.of(sessionId);
        Leaving leaving = Leaving.parse(grace, ban);
        return tell(sessionId, by, leaving, leaving.command(participantId, by), Reply::noContent);
    }
}
