package io.directcall.session.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.error.ErrorCode;
import io.directcall.service.error.ApiException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PatientHandlingTest {
    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    /** The context that each attempt ran on. */
    private final List<Context> attempts = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(IntFunction<Uni<Void>> attempt) throws Exception {
        var done = new CompletableFuture<Void>();
        context.runOnContext(ignored -> new PatientHandling("message")
                .of(() -> {
                    attempts.add(Vertx.currentContext());
                    return attempt.apply(attempts.size());
                })
                .subscribe()
                .with(done::complete, done::completeExceptionally));
        done.get(20, TimeUnit.SECONDS);
    }

    private static Uni<Void> fails(Throwable failure) {
        return Uni.createFrom().failure(failure);
    }

    @Test
    void whatWorksIsDoneOnce() throws Exception {
        // When
        handle(attempt -> Uni.createFrom().voidItem());

        // Then
        assertThat(attempts).hasSize(1);
    }

    @Test
    void whileTheDatabaseIsAwayItWaitsAndStaysOnItsContext() throws Exception {
        // When
        handle(attempt -> attempt <= 5
                ? fails(new ApiException(ErrorCode.ERR_UNAVAILABLE))
                : Uni.createFrom().voidItem());

        // Then
        assertThat(attempts).hasSize(6).allMatch(context::equals);
    }

    @Test
    void whatFailsForAnotherReasonIsSkippedAfterAFewAttempts() throws Exception {
        // When
        handle(attempt -> fails(new IllegalStateException("poison")));

        // Then
        assertThat(attempts).hasSize(4);
    }

    @Test
    void aWorkThatThrowsIsSkippedToo() throws Exception {
        // When
        handle(attempt -> {
            throw new IllegalStateException("poison");
        });

        // Then
        assertThat(attempts).hasSize(4);
    }
}
