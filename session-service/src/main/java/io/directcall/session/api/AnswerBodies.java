package io.directcall.session.api;

import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.SessionSnapshot;
import io.directcall.contracts.user.RingingCall;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Bodies of answers that are kept, and repeated, as text: what the OpenAPI document says of them. */
public final class AnswerBodies {
    private AnswerBodies() {}

    /** A call that is placed by ringing, as it is now. */
    @Schema(name = "CallAnswer")
    public record OfCall(RingingCall data) {}

    /** A participant who was let in, and the session. */
    @Schema(name = "JoinAnswerBody")
    public record OfJoin(JoinAnswer data) {}

    /** A participant, as it is now. */
    @Schema(name = "ParticipantAnswer")
    public record OfParticipant(Participant data) {}

    /** A session, as it is now. */
    @Schema(name = "SessionAnswer")
    public record OfSession(SessionSnapshot data) {}
}
