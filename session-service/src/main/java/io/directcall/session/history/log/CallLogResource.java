package io.directcall.session.history.log;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.Data;
import io.directcall.service.error.ApiException;
import io.directcall.service.security.Caller;
import io.directcall.service.validation.PublicId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The history of calls. A user sees the calls that it placed, received or took part in, the application's server all. */
@Path("/v3/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
public class CallLogResource {
    private final CallLogs calls;
    private final Caller caller;
    private final InstantSource clock;

    CallLogResource(CallLogs calls, Caller caller, InstantSource clock) {
        this.calls = calls;
        this.caller = caller;
        this.clock = clock;
    }

    /** The newest first. */
    @GET
    @Operation(summary = "Lists calls")
    public Uni<CallPage> list(@BeanParam CallParameters parameters, HttpHeaders headers) {
        return Asker.of(caller, headers).chain(asker -> list(asker, parameters));
    }

    private Uni<CallPage> list(Asker asker, CallParameters parameters) {
        Position position = parameters.position();
        return calls.page(parameters.filter(asker.uid()), position).map(found -> CallPage.of(found, position, views()));
    }

    /** The newest call of the session. An array of one for a user, because CometChat's client libraries expect that. */
    @GET
    @Path("/{sessionId}")
    @Operation(summary = "Shows a call")
    public Uni<Data<?>> get(@RestPath @PublicId String sessionId, HttpHeaders headers) {
        return Asker.of(caller, headers).chain(asker -> get(asker, sessionId));
    }

    private Uni<Data<?>> get(Asker asker, String sessionId) {
        return calls.newest(sessionId, asker.uid())
                .map(found -> found.orElseThrow(() -> new ApiException(ErrorCode.ERR_CALL_SESSION_NOT_FOUND)))
                .map(entry -> views().show(entry))
                .map(view -> asker.byToken() ? new Data<>(List.of(view)) : new Data<>(view));
    }

    private CallViews views() {
        return new CallViews(clock.instant());
    }
}
