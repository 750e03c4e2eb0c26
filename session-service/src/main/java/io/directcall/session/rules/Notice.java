package io.directcall.session.rules;

import io.directcall.contracts.user.RejectReason;
import io.directcall.contracts.user.RingingCall;
import java.time.Instant;

/**
 * What a user is told about a call that rings or rang. Its number among the user's events comes when it is stored.
 *
 * @param uid whom it is for
 * @param call as it is then
 */
public record Notice(String uid, Instant at, RingingCall call, What what) {
    /** What happened, as in {@link io.directcall.contracts.user.UserEvent}. */
    public sealed interface What {}

    public record Incoming() implements What {}

    public record Accepted(String by) implements What {}

    public record Rejected(String by, RejectReason reason) implements What {}

    public record Cancelled() implements What {}

    public record Unanswered() implements What {}

    public record Ended(String by) implements What {}
}
