package io.directcall.session.ringing;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A user who was created a moment ago may not be known here yet, as users come by Kafka. Whoever misses one is asked again for up to a
 * second.
 */
public final class FreshUsers {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MORE_ATTEMPTS = 10;

    private FreshUsers() {}

    /** @param work one attempt, called on the Vert.x context of the caller */
    public static <T> Uni<T> awaited(Supplier<Uni<T>> work) {
        return attempt(work, Vertx.currentContext(), MORE_ATTEMPTS);
    }

    private static <T> Uni<T> attempt(Supplier<Uni<T>> work, Context context, int more) {
        return work.get()
                .onFailure(failure -> more > 0 && missesOne(failure))
                .recoverWithUni(() -> pause(context).chain(() -> attempt(work, context, more - 1)));
    }

    private static boolean missesOne(Throwable failure) {
        return failure instanceof ApiException refusal && refusal.code() == ErrorCode.ERR_UID_NOT_FOUND;
    }

    /** The next attempt must run where the first one did: Hibernate Reactive stays on one context. */
    private static Uni<Void> pause(Context context) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(PAUSE)
                .emitOn(next -> context.runOnContext(ignored -> next.run()));
    }
}
