package io.directcall.session.ringing.api;

import io.directcall.contracts.user.RejectReason;
import java.util.Objects;

/** @param status rejected or busy; default rejected */
public record RejectRequest(RejectReason status) {
    static RejectReason reasonOf(RejectRequest request) {
        return request == null
                ? RejectReason.REJECTED
                : Objects.requireNonNullElse(request.status, RejectReason.REJECTED);
    }
}
