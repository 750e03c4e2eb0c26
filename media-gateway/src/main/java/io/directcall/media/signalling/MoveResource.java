package io.directcall.media.signalling;

import io.directcall.contracts.media.MediaCommand.MoveRequested;
import io.directcall.service.security.RequiresApiKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;

/** Lets operators choose where a session lives. Answers 202 once Kafka has the command. */
@Path("/v3/sessions/{sessionId}/move")
@Produces(MediaType.APPLICATION_JSON)
@RequiresApiKey
public class MoveResource {
    private final MoveGate gate;
    private final CommandPublisher commands;
    private final Clock clock;

    MoveResource(MoveGate gate, CommandPublisher commands, Clock clock) {
        this.gate = gate;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Takes a session to another bridge while its media goes on. A session that is on the wanted bridge stays as it is. 404 for a session
     * or bridge that is not there, 409 when no bridge may take it.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> move(@PathParam("sessionId") String sessionId, MoveRequest body) {
        String bridge = body == null ? null : body.bridge();
        return gate.admit(sessionId, bridge)
                .chain(() -> commands.publish(new MoveRequested(sessionId, clock.instant(), bridge)))
                .replaceWith(() -> Response.accepted().build());
    }
}
