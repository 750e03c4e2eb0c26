package io.directcall.session.webhook;

import java.time.Instant;

/**
 * A delivery that this replica has claimed.
 *
 * @param position names it in the database
 * @param id header {@code webhook-id}
 * @param attempt number of the attempt that it was claimed for, from 1
 * @param failures failed attempts since it was written or replayed
 * @param giveUpAt after this moment no attempt is begun
 */
record Delivery(long position, String id, String sessionId, String body, int attempt, int failures, Instant giveUpAt) {}
