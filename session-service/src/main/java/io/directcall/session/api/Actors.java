package io.directcall.session.api;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.contracts.token.CallToken;
import io.directcall.service.error.ApiException;
import io.directcall.service.security.Caller;
import io.directcall.session.idempotency.Requests.Subject;
import io.directcall.session.rules.Actor;
import io.directcall.session.rules.Member;
import io.directcall.session.rules.Session;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds out who asks. */
@ApplicationScoped
class Actors {
    private final Caller caller;

    Actors(Caller caller) {
        this.caller = caller;
    }

    /**
     * The application's server by its API key, else the user of a call token for this session.
     *
     * @throws io.directcall.service.error.ApiException 401 without valid credentials, 403 when the token is for another session
     */
    Actor of(String sessionId) {
        if (caller.hasApiKey()) {
            return new Actor.Server();
        }
        CallToken token = caller.requireCallToken(sessionId);
        return new Actor.User(token.user().uid(), token.role());
    }

    /** The same in the words of repeated requests. */
    static Subject subject(Actor actor) {
        return switch (actor) {
            case Actor.User user -> new Subject.User(user.uid());
            case Actor.Server ignored -> new Subject.Server();
        };
    }

    /** @throws ApiException 404 when nobody in the session has this id, 403 when somebody else than who asks has it */
    static void requireOwn(Session session, String participantId, Actor by) {
        Member member = session.member(participantId)
                .orElseThrow(() -> new ApiException(ErrorCode.ERR_CALL_PARTICIPANT_NOT_FOUND));
        if (!by.owns(member.participant().uid())) {
            throw new ApiException(ErrorCode.ERR_CALL_NOT_A_PART);
        }
    }
}
