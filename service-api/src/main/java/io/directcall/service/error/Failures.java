package io.directcall.service.error;

import io.directcall.contracts.error.ErrorCode;
import org.jboss.logging.Logger;

/** Logs what nobody refused on purpose and names the error to answer with. */
final class Failures {
    private Failures() {}

    /** One line for a part that is away, which is expected trouble; a stack trace for a defect. */
    static ErrorCode log(Logger log, Throwable failure) {
        if (Outage.caused(failure)) {
            log.warnf("a request failed, a part is away: %s", failure);
            return ErrorCode.ERR_UNAVAILABLE;
        }
        log.errorf(failure, "a request failed");
        return ErrorCode.ERR_INTERNAL;
    }
}
