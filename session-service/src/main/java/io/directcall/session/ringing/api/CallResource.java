package io.directcall.session.ringing.api;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.service.Data;
import io.directcall.service.error.ApiException;
import io.directcall.service.error.ErrorAnswers;
import io.directcall.service.security.Caller;
import io.directcall.service.validation.PublicId;
import io.directcall.session.SessionConfig;
import io.directcall.session.api.AnswerBodies;
import io.directcall.session.idempotency.Reply;
import io.directcall.session.idempotency.Requests;
import io.directcall.session.idempotency.Requests.Subject;
import io.directcall.session.ringing.Calls;
import io.directcall.session.ringing.FreshUsers;
import io.directcall.session.rules.Life;
import io.directcall.session.rules.Party;
import io.directcall.session.rules.RingingCalls;
import io.directcall.session.rules.SessionCommand.Cancel;
import io.directcall.session.rules.SessionCommand.EndCall;
import io.directcall.session.rules.SessionCommand.Reject;
import io.directcall.session.rules.SessionCommand.RingingRequest;
import io.directcall.session.store.Sessions;
import io.directcall.session.store.Sessions.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Calls that are placed by ringing. All answer with the call as it is then. */
@Path("/v3/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
public class CallResource {
    private final Calls calls;
    private final Sessions sessions;
    private final Caller caller;
    private final CallParties parties;
    private final Requests requests;
    private final SessionConfig config;
    private final ErrorAnswers errors;

    CallResource(
            Calls calls,
            Sessions sessions,
            Caller caller,
            CallParties parties,
            Requests requests,
            SessionConfig config,
            ErrorAnswers errors) {
        this.calls = calls;
        this.sessions = sessions;
        this.caller = caller;
        this.parties = parties;
        this.requests = requests;
        this.config = config;
        this.errors = errors;
    }

    /**
     * Calls a user or a group: 201. When the user who is called has just called the caller, that call is accepted instead: 200. When all
     * are busy: 409, and the call is in the history.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Places a call")
    @APIResponse(
            responseCode = "201",
            description = "It rings",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfCall.class)))
    @APIResponse(
            responseCode = "200",
            description = "The one who is called has just called too: that call is accepted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfCall.class)))
    public Uni<RestResponse<String>> place(@NotNull @Valid CallRequest body) {
        return caller.requireUser().chain(uid -> {
            refuseOneself(body, uid);
            var wish = body.toWish(uid, config.call().ringing());
            return FreshUsers.awaited(() -> requests.answer(
                    new Subject.User(uid), body, db -> calls.place(db, wish).map(this::placed)));
        });
    }

    private static void refuseOneself(CallRequest request, String uid) {
        if (request.receiverType() == ReceiverType.USER && request.receiver().equals(uid)) {
            throw new ApiException(ErrorCode.ERR_BAD_REQUEST, "The field 'receiver' must name another user.");
        }
    }

    private Reply placed(Outcome outcome) {
        return switch (outcome.session().life()) {
            case Life.Ringing ignored -> reply(201, outcome);
            case Life.Waiting ignored -> reply(200, outcome);
            case Life.Ended ignored ->
                new Reply(
                        ErrorCode.ERR_CALL_BUSY_USER.status(),
                        errors.body(new ApiException(ErrorCode.ERR_CALL_BUSY_USER)),
                        outcome);
            case Life.NotStarted ignored -> throw new IllegalStateException("not placed: " + outcome);
            case Life.Active ignored -> throw new IllegalStateException("nobody can have joined: " + outcome);
        };
    }

    /** Takes the call. It stops ringing on the user's other devices. */
    @POST
    @Path("/{sessionId}/accept")
    @Operation(summary = "Accepts a call")
    @APIResponse(
            responseCode = "200",
            description = "The call as it is then",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfCall.class)))
    public Uni<RestResponse<String>> accept(@RestPath @PublicId String sessionId) {
        return caller.requireUser()
                .chain(uid -> requests.answer(
                        new Subject.User(uid),
                        "",
                        db -> calls.accept(db, uid, sessionId).map(CallResource::ok)));
    }

    /** Does not take the call. It stops ringing on the user's other devices, and for good when nobody else is called. */
    @POST
    @Path("/{sessionId}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Rejects a call")
    @APIResponse(
            responseCode = "200",
            description = "The call as it is then",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfCall.class)))
    public Uni<RestResponse<String>> reject(@RestPath @PublicId String sessionId, @Valid RejectRequest body) {
        var reason = RejectRequest.reasonOf(body);
        return caller.requireUser().chain(uid -> tell(sessionId, new Party.User(uid), reason, new Reject(uid, reason)));
    }

    /** Gives up before anybody has accepted: for the caller and the application's server. */
    @POST
    @Path("/{sessionId}/cancel")
    @Operation(summary = "Cancels a call that rings")
    @APIResponse(
            responseCode = "200",
            description = "The call as it is then",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfCall.class)))
    public Uni<RestResponse<String>> cancel(@RestPath @PublicId String sessionId) {
        return parties.party().chain(by -> tell(sessionId, by, "", new Cancel(by)));
    }

    /** Ends a call that was accepted, for all who are in it: for the caller, the one who was called, and the application's server. */
    @POST
    @Path("/{sessionId}/end")
    @Operation(summary = "Ends a call that was accepted")
    @APIResponse(
            responseCode = "200",
            description = "The call as it is then",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnswerBodies.OfCall.class)))
    public Uni<RestResponse<String>> end(@RestPath @PublicId String sessionId) {
        return parties.party().chain(by -> tell(sessionId, by, "", new EndCall(by)));
    }

    private Uni<RestResponse<String>> tell(String sessionId, Party by, Object body, RingingRequest command) {
        return requests.answer(
                CallParties.subject(by),
                body,
                db -> sessions.tell(db, sessionId, command).map(CallResource::ok));
    }

    private static Reply ok(Outcome outcome) {
        return reply(200, outcome);
    }

    private static Reply reply(int status, Outcome outcome) {
        return new Reply(status, new Data<>(RingingCalls.of(outcome.session()).orElseThrow()), outcome);
    }
}
