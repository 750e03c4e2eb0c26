package io.directcall.session.api;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.token.CallToken;
import io.directcall.session.rules.SessionCommand.Join;

/**
 * How a participant wants to start. Everything may be left out.
 *
 * @param audioMuted default false
 * @param videoPaused default false, in an audio call true
 * @param callType counts only for the join that starts the session; default video
 */
public record JoinRequest(Boolean audioMuted, Boolean videoPaused, CallType callType) {
    static Join toJoin(JoinRequest request, CallToken token) {
        JoinRequest wanted = request == null ? new JoinRequest(null, null, null) : request;
        return new Join(token.user(), token.role(), wanted.audioMuted, wanted.videoPaused, wanted.callType);
    }
}
