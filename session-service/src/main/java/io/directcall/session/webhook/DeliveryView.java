package io.directcall.session.webhook;

import java.time.Instant;
import java.util.List;

/**
 * A delivery as operators see it.
 *
 * @param id header {@code webhook-id}
 * @param attempts how many were begun
 * @param lastStatus status of the last answer, null without one
 * @param lastError why the last attempt failed, null when it did not
 * @param nextAttemptAt null when none is planned
 * @param finishedAt when it was delivered or given up, null before
 * @param body what is sent; null in lists
 * @param log the attempts that ended; null in lists
 */
record DeliveryView(
        String id,
        String target,
        String trigger,
        String sessionId,
        DeliveryState state,
        int attempts,
        Integer lastStatus,
        String lastError,
        Instant createdAt,
        Instant nextAttemptAt,
        Instant finishedAt,
        String body,
        List<AttemptView> log) {

    DeliveryView with(String text, List<AttemptView> attemptsSoFar) {
        return new DeliveryView(
                id,
                target,
                trigger,
                sessionId,
                state,
                attempts,
                lastStatus,
                lastError,
                createdAt,
                nextAttemptAt,
                finishedAt,
                text,
                attemptsSoFar);
    }

    /**
     * An attempt that ended.
     *
     * @param status of the answer, null without one
     * @param error why it failed, null when it did not
     */
    record AttemptView(int number, Instant at, Integer status, String error, int millis) {}
}
