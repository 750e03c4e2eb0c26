package io.directcall.media.signalling;

import io.directcall.contracts.media.MediaCommand;
import io.directcall.contracts.media.MediaCommand.AnswerReceived;
import io.directcall.contracts.media.MediaCommand.LayersReported;
import io.directcall.contracts.media.MediaCommand.RestartRequested;
import io.directcall.contracts.media.MediaCommand.ViewChanged;
import io.directcall.service.http.MaxBytes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
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
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The client's side of the negotiation. Answers 202 once Kafka has the command. */
@Path("/v3/sessions/{sessionId}/participants/{participantId}/media")
@Produces(MediaType.APPLICATION_JSON)
@RequiresCallToken
public class MediaResource {
    /** A client that is resized or scrolled says so many times a second; the owner and its database hear of it four times. */
    private static final Duration VIEW_INTERVAL = Duration.ofMillis(250);

    private final AnswerGate gate;
    private final CommandPublisher commands;
    private final Clock clock;
    private final Newest<String> views;

    MediaResource(AnswerGate gate, CommandPublisher commands, Clock clock, Vertx vertx) {
        this.gate = gate;
        this.commands = commands;
        this.clock = clock;
        this.views = new Newest<>(VIEW_INTERVAL, (time, task) -> vertx.setTimer(time.toMillis(), tick -> task.run()));
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

    /** Says how the client shows the others. A change that a newer one replaces within the interval never gets to the owner. */
    @POST
    @Path("/view")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells the bridge which pictures to send, and how large", description = """
            The tiles in the order of their importance, with the height in pixels in which each is shown, 0 when it is hidden; `others` is the
            height of all pictures that no tile names. The newest view counts and stays until the next, also on another bridge.""")
    @APIResponse(responseCode = "202", description = "Taken. The bridge follows within a fraction of a second")
    @APIResponse(
            responseCode = "400",
            description = "A tile, a height or the number of tiles is out of bounds; the message names it")
    @APIResponse(responseCode = "403", description = "The call token is for another session or participant")
    @APIResponse(responseCode = "404", description = "There is no such session or participant")
    public Uni<Response> view(
            @PathParam("sessionId") String sessionId,
            @PathParam("participantId") String participantId,
            @Context ContainerRequestContext request,
            @NotNull @Valid @MaxBytes(ViewRequest.MAX_BYTES) ViewRequest body) {
        var command = new ViewChanged(sessionId, participantId, clock.instant(), body.view());
        return gate.admit(command, CallTokenFilter.uid(request))
                .chain(() -> views.submit(participantId, () -> commands.publish(command)))
                .replaceWith(() -> Response.accepted().build());
    }

    private Uni<Response> accept(MediaCommand.OfParticipant command, ContainerRequestContext request) {
        return gate.admit(command, CallTokenFilter.uid(request))
                .chain(() -> commands.publish(command))
                .replaceWith(() -> Response.accepted().build());
    }
}
