package io.directcall.media.signalling;

import io.directcall.contracts.media.MediaCommand;
import io.directcall.contracts.media.MediaCommand.AnswerReceived;
import io.directcall.contracts.media.MediaCommand.LayersReported;
import io.directcall.contracts.media.MediaCommand.RestartRequested;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** The client's side of the negotiation. Answers 202 once Kafka has the command. */
@Path("/v3/sessions/{sessionId}/participants/{participantId}/media")
@Produces(MediaType.APPLICATION_JSON)
@RequiresCallToken
public class MediaResource {
    private final AnswerGate gate;
    private final CommandPublisher commands;
    private final Clock clock;

    MediaResource(AnswerGate gate, CommandPublisher commands, Clock clock) {
        this.gate = gate;
        this.commands = commands;
        this.clock = clock;
    }

    /** Answers the participant's newest offer. */
    @POST
    @Path("/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> answer(
            @PathParam("sessionId") String sessionId,
            @PathParam("participantId") String participantId,
            @Context ContainerRequestContext request,
            @NotNull @Valid AnswerRequest body) {
        return accept(
                new AnswerReceived(sessionId, participantId, clock.instant(), body.revision(), body.sdp()), request);
    }

    /** Names the SSRCs of the participant's camera, which no answer of Chromium can name. */
    @POST
    @Path("/layers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> layers(
            @PathParam("sessionId") String sessionId,
            @PathParam("participantId") String participantId,
            @Context ContainerRequestContext request,
            @NotNull @Valid LayersRequest body) {
        return accept(
                new LayersReported(sessionId, participantId, clock.instant(), body.generation(), body.simulcast()),
                request);
    }

    /** Asks for a fresh endpoint and offer. */
    @POST
    @Path("/restart")
    public Uni<Response> restart(
            @PathParam("sessionId") String sessionId,
            @PathParam("participantId") String participantId,
            @Context ContainerRequestContext request) {
        return accept(new RestartRequested(sessionId, participantId, clock.instant()), request);
    }

    private Uni<Response> accept(MediaCommand.OfParticipant command, ContainerRequestContext request) {
        return gate.admit(command, CallTokenFilter.uid(request))
                .chain(() -> commands.publish(command))
                .replaceWith(() -> Response.accepted().build());
    }
}
