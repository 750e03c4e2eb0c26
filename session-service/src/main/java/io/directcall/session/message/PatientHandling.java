package io.directcall.session.message;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Handles a message until it is done: while the database is away it waits, as the message would be lost otherwise. What fails for another
 * reason is tried a few times and then skipped, as it would block all messages behind it. Single-use, one for each message.
 */
public final class PatientHandling {
    private static final Logger LOG = Logger.getLogger(PatientHandling.class);
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int MAX_DOUBLINGS = 5;

    private final String message;
    private final Context context = Vertx.currentContext();
    private final AtomicInteger failures = new AtomicInteger();

    /** @param message what it is about, for the log */
    public PatientHandling(String message) {
        this.message = message;
    }

    /** @param work one attempt; called on the Vert.x context of whoever made this */
    public Uni<Void> of(Supplier<Uni<Void>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure(this::worthAnotherAttempt)
                .retry()
                .when(seen -> seen.onItem().transformToUniAndConcatenate(this::pause))
                .onFailure()
                .recoverWithUni(this::skip);
    }

    private boolean worthAnotherAttempt(Throwable failure) {
        return isPassing(failure) || failures.get() < ATTEMPTS - 1;
    }

    private static boolean isPassing(Throwable failure) {
        return failure instanceof ApiException refusal
                && (refusal.code() == ErrorCode.ERR_UNAVAILABLE || refusal.code() == ErrorCode.ERR_CALL_CONFLICT);
    }

    /**
     * The next attempt must run where the first one did: Hibernate Reactive stays on one context. The item, whatever it is, asks for the
     * attempt; without one there would be none.
     */
    private Uni<Throwable> pause(Throwable failure) {
        int failed = failures.incrementAndGet();
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failed - 1, MAX_DOUBLINGS));
        LOG.debugf("%s waits %s: %s", message, pause, failure);
        return Uni.createFrom()
                .item(failure)
                .onItem()
                .delayIt()
                .by(pause)
                .emitOn(next -> context.runOnContext(ignored -> next.run()));
    }

    private Uni<Void> skip(Throwable failure) {
        LOG.errorf(failure, "%s skipped", message);
        return Uni.createFrom().voidItem();
    }
}
