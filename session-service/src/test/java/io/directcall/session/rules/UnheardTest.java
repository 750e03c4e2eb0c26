package io.directcall.session.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.session.rules.Decision.Unchanged;
import io.directcall.session.rules.SessionCommand.MediaFound;
import io.directcall.session.rules.SessionCommand.MediaLost;
import io.directcall.session.rules.SessionCommand.StreamClosed;
import io.directcall.session.rules.SessionCommand.StreamOpened;
import io.directcall.session.rules.SessionCommand.TimePassed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who loses the stream while nobody knows yet whether the bridge hears them: see decision 0004. */
class UnheardTest {
    private final Given given = new Given();

    private boolean isGone(String participantId) {
        given.told(new TimePassed(Instant.MAX));
        return given.session().member(participantId).isEmpty();
    }

    private static StreamOpened opened(String streamId) {
        return new StreamOpened("p1", "anna", streamId);
    }

    private static StreamClosed closed(String streamId) {
        return new StreamClosed("p1", "anna", streamId);
    }

    @Test
    void whoNeverHadMediaIsLostAfterTheGraceOfTheUnheard() {
        // Given
        given.joined("anna").told(opened("c1")).afterSeconds(60).told(closed("c1"));

        // When
        Decision before = given.after(Duration.ofMillis(19_999)).decide(new TimePassed(Instant.MAX));
        given.after(Duration.ofMillis(1));

        // Then
        assertThat(before).isInstanceOf(Unchanged.class);
        assertThat(isGone("p1")).isTrue();
    }

    /** A bridge does not say that an endpoint connected: media-gateway waits for its complaint, and praises late. */
    @Test
    void whoGoesOfflineBeforeTheBridgeIsKnownToHearItStays() {
        // Given
        given.joined("anna").told(opened("c1")).afterSeconds(2).told(closed("c1"));

        // When
        given.afterSeconds(16).told(new MediaFound("p1", 1)).afterSeconds(60);

        // Then
        assertThat(isGone("p1")).isFalse();
    }

    /** The same after a conference has moved. */
    @Test
    void whoGoesOfflineBeforeItIsHeardByAnotherBridgeStays() {
        // Given
        given.joined("anna").told(opened("c1")).told(new MediaFound("p1", 1)).told(new MediaLost("p1", 2));

        // When
        given.told(closed("c1")).afterSeconds(17).told(new MediaFound("p1", 3)).afterSeconds(60);

        // Then
        assertThat(isGone("p1")).isFalse();
    }

    @Test
    void whoIsKnownToBeSilentIsLostAfterTheGraceOfSilence() {
        // Given
        given.joined("anna", "ben")
                .told(opened("c1"))
                .told(closed("c1"))
                .afterSeconds(8)
                .told(new MediaLost("p1", 1));

        // When
        Decision before = given.after(Duration.ofMillis(1_999)).decide(new TimePassed(Instant.MAX));
        given.after(Duration.ofMillis(1));

        // Then
        assertThat(before).isInstanceOf(Unchanged.class);
        assertThat(isGone("p1")).isTrue();
    }

    @Test
    void wordOfSilenceNeverProlongsTheTime() {
        // Given
        given.joined("anna", "ben")
                .told(opened("c1"))
                .told(new MediaFound("p1", 1))
                .told(closed("c1"));
        given.told(new MediaLost("p1", 2)).afterSeconds(9).told(new MediaLost("p1", 3));

        // When
        given.afterSeconds(1);

        // Then
        assertThat(isGone("p1")).isTrue();
    }
}
