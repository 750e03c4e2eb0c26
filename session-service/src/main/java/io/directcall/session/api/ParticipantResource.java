package io.directcall.session.api;

import io.directcall.contracts.session.Participant;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.Data;
import io.directcall.service.security.Caller;
import io.directcall.service.validation.PublicId;
import io.directcall.session.SessionConfig;
import io.directcall.session.idempotency.Posts;
import io.directcall.session.idempotency.Posts.Subject;
import io.directcall.session.idempotency.Reply;
import io.directcall.session.rules.Actor;
import io.directcall.session.rules.Member;
import io.directcall.session.rules.SessionCommand.Remove;
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
import java.time.InstantSource;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Joining, changing and leaving. */
@Path("/v3/sessions/{sessionId}/participants")
public class ParticipantResource {
    private final Sessions sessions;
    private final Caller caller;
    private final Actors actors;
    private final Posts posts;
    private final InstantSource clock;
    private final SessionConfig config;

    ParticipantResource(
            Sessions sessions, Caller caller, Actors actors, Posts posts, InstantSource clock, SessionConfig config) {
        this.sessions = sessions;
        this.caller = caller;
        this.actors = actors;
        this.posts = posts;
        this.clock = clock;
        this.config = config;
    }

    /** Joins the session of the call token, and starts it when nobody is in it. */
    @POST
    public Uni<RestResponse<String>> join(@RestPath @PublicId String sessionId, @Valid JoinRequest body) {
        CallToken token = caller.requireCallToken(sessionId);
        String cursor =
                Long.toString(clock.instant().minus(config.cursorMargin()).toEpochMilli());
        JoinRequest wanted = JoinRequest.orEmpty(body);
        return posts.answer(
                new Subject.User(token.user().uid()),
                wanted,
                db -> sessions.tell(db, sessionId, wanted.toJoin(token)).map(outcome -> joined(outcome, cursor)));
    }

    /** The newcomer is the last of the snapshot: members are in the order of joining, and nobody joined since. */
    private static Reply joined(Outcome outcome, String cursor) {
        Participant newcomer = outcome.session().members().getLast().participant();
        var answer = new JoinAnswer(newcomer, Snapshots.of(outcome.session()), List.of(), cursor);
        return new Reply(201, new Data<>(answer), outcome);
    }

    /**
     * Changes a participant's state: all of the caller's own. Of another's, everyone in the call may mute the microphone and pause the
     * camera unless the installation says otherwise; moderators and the application's server may also end a screen share and lower a
     * hand. Nobody turns on what another turned off.
     */
    @PATCH
    @Path("/{participantId}")
    public Uni<Data<Participant>> change(
            @RestPath @PublicId String sessionId, @RestPath String participantId, @NotNull ChangeRequest body) {
        Actor by = actors.of(sessionId);
        return sessions.tell(sessionId, new Update(participantId, body.toChange(), by))
                .map(outcome -> outcome.session().member(participantId).orElseThrow())
                .map(Member::participant)
                .map(Data::new);
    }

    /** Leaves, or removes another participant when a moderator or the application's server asks. */
    @DELETE
    @Path("/{participantId}")
    public Uni<Void> remove(@RestPath @PublicId String sessionId, @RestPath String participantId) {
        Actor by = actors.of(sessionId);
        return sessions.tell(sessionId, new Remove(participantId, by)).replaceWithVoid();
    }
}
