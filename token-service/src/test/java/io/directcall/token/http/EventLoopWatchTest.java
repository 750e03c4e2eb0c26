package io.directcall.token.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.service.test.EventLoopWatch;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who watches the watch: a change of log categories would make it blind, and all tests would pass. */
@QuarkusTest
class EventLoopWatchTest {
    /** Twice what Vert.x tolerates. */
    private static final long TOO_LONG_MILLIS = 4000;

    private final EventLoopWatch watch = new EventLoopWatch();

    @Inject
    Vertx vertx;

    @Test
    void failsWhenAnEventLoopWasBlocked() throws InterruptedException {
        // Given
        watch.beforeAll(null);

        // When
        occupyEventLoop(TOO_LONG_MILLIS);

        // Then
        assertThatThrownBy(() -> watch.afterAll(null))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("blocked");
    }

    @Test
    void passesOtherwise() throws InterruptedException {
        // Given
        watch.beforeAll(null);

        // When
        occupyEventLoop(1);

        // Then
        assertThatCode(() -> watch.afterAll(null)).doesNotThrowAnyException();
    }

    private void occupyEventLoop(long milliseconds) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        vertx.runOnContext(ignored -> {
            await(never, milliseconds);
            done.countDown();
        });
        done.await(30, TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch, long milliseconds) {
        try {
            latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
