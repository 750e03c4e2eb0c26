package io.directcall.session.api;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.token.CallToken;
import io.directcall.session.rules.Admission;
import io.directcall.session.rules.SessionCommand.Join;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;

/**
 * How a participant wants to start. Everything may be left out.
 *
 * @param audioMuted default false
 * @param videoPaused default false, in an audio call true
 * @param callType counts only for the join that starts the session; default video
 * @param participantId who the user was before its page was loaded again. When that participant is still in the session, with the rights of the
 *     token, it goes on as the same, and what is left out here stays as it was
 * @param idlePeriod seconds that the participant may be alone before the session ends, 1 to 86400; default as the installation says, 180
 */
public record JoinRequest(
        Boolean audioMuted,
        Boolean videoPaused,
        CallType callType,
        @Min(1) @Max(86_400) Integer idlePeriod,

        @Pattern(regexp = "[0-9a-f]{16}", message = "must be 16 lower-case hex digits")
        String participantId) {
    static JoinRequest orEmpty(JoinRequest request) {
        return request == null ? new JoinRequest(null, null, null, null, null) : request;
    }

    Join toJoin(CallToken token) {
        return new Join(
                token.user(),
                token.role(),
                token.publishes(),
                audioMuted,
                videoPaused,
                callType,
                Optional.ofNullable(idlePeriod).map(Duration::ofSeconds),
                Optional.ofNullable(participantId),
                new Admission(token.tokenId(), token.issuedAt()));
    }
}
