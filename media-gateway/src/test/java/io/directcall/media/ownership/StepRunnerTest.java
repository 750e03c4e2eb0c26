package io.directcall.media.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.media.bridge.BridgeClient;
import io.directcall.media.bridge.BridgeHttp;
import io.directcall.media.bridge.quarantine.Quarantine;
import io.directcall.media.bridge.quarantine.QuarantineTerms;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.BridgePoller;
import io.directcall.media.bridge.selection.LeastStress;
import io.directcall.media.conference.Conference;
import io.directcall.media.conference.ConferenceState;
import io.directcall.media.conference.Expiry;
import io.directcall.media.conference.Step;
import io.directcall.media.conference.Timing;
import io.directcall.media.sdp.MediaProfile;
import io.directcall.media.testing.MovedClock;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Expires something on a bridge that is not configured any more, and not there. */
class StepRunnerTest {
    private static final Duration BOUND = Timing.DEFAULT.expiryLifetime();

    private final Vertx vertx = Vertx.vertx();
    private final MovedClock clock = new MovedClock();
    private final BridgeClient client =
            new BridgeClient(new BridgeHttp(vertx, Duration.ofSeconds(8), (operation, outcome) -> {}));
    private final BridgeDirectory directory = new BridgeDirectory(List.of(), new LeastStress(), clock);
    private final StepRunner steps = new StepRunner(
            client,
            directory,
            new BridgePoller(directory, client, Duration.ofSeconds(1), vertx, clock),
            new Homes(directory, new Quarantine(directory, new QuarantineTerms(Duration.ZERO, Duration.ZERO), clock)),
            clock);
    private final Expiry expiry = new Expiry(
            "http://127.0.0.1:1", "c", "p", clock.instant(), clock.instant().plus(BOUND));
    private final Conference conference = new Conference(
            new ConferenceState("s", 1, 1, null, null, null, true, false, List.of(), List.of(expiry)),
            Timing.DEFAULT,
            MediaProfile.VP8);

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void triesAgainForAWhile() {
        // When
        attempt();

        // Then
        assertThat(conference.state().expiries())
                .singleElement()
                .satisfies(retried -> assertThat(retried.dueAt()).isAfter(clock.instant()));
    }

    @Test
    void givesUpWhenTheBridgeWouldHaveDroppedItByItself() {
        // Given
        clock.forward(BOUND);

        // When
        attempt();

        // Then
        assertThat(conference.state().expiries()).isEmpty();
    }

    private void attempt() {
        steps.run("s", new Step.Expire(expiry))
                .await()
                .atMost(Duration.ofSeconds(10))
                .change()
                .accept(conference);
    }
}
