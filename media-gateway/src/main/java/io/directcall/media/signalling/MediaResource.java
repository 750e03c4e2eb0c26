package io.directcall.media.signalling;

import io.directcall.contracts.media.MediaCommand.AnswerReceived;
import io.directcall.contracts.media.MediaCommand.RestartRequested;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** The client's side of the negotiation. Answers 202 once Kafka has the command. */
@Path("/v3/sessions/{sessionId}/participants/{participantId}/media")
public class MediaResource {
    private final Caller caller;
    private final AnswerGate gate;
    private final CommandPublisher commands;
    private final Clock clock;

    MediaResource(Caller caller, AnswerGate gate, CommandPublisher commands, Clock clock) {
        this.caller = caller;
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
            @NotNull @Valid AnswerRequest request) {
        CallToken token = caller.requireCallToken(sessionId);
        var command = new AnswerReceived(sessionId, participantId, clock.instant(), request.revision(), request.sdp());
        return gate.admit(command, token.user().uid())
                .chain(() -> commands.publish(command))
                .replaceWith(MediaResource::accepted);
    }

    /** Asks for a fresh endpoint and offer. */
    @POST
    @Path("/restart")
    public Uni<Response> restart(
            @PathParam("sessionId") String sessionId, @PathParam("participantId") String participantId) {
        CallToken token = caller.requireCallToken(sessionId);
        var command = new RestartRequested(sessionId, participantId, clock.instant());
        return gate.admit(command, token.user().uid())
                .chain(() -> commands.publish(command))
                .replaceWith(MediaResource::accepted);
    }

    private static Response accepted() {
        return Response.accepted().build();
    }
}
