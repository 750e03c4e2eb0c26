package io.directcall.media.conference;

import static io.directcall.contracts.media.TrackKind.CAMERA;
import static io.directcall.contracts.media.TrackKind.SCREEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.contracts.media.ConnectionQuality;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.View;
import io.directcall.contracts.media.View.Tile;
import io.directcall.contracts.session.CallType;
import io.directcall.media.sdp.MediaProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static final View SPOTLIGHT = new View(List.of(new Tile("b", CAMERA, 720)), 0);

    private final Calls calls = new Calls();

    @Test
    void keepsTheNewestViewOverANewEndpoint() {
        // Given
        calls.connect("a", "b");
        calls.conference.show("a", SPOTLIGHT);

        // When
        calls.conference.restart("a", calls.now, calls.now);
        calls.work();

        // Then
        assertThat(calls.conference.reception(calls.endpoint("a"))).isEqualTo(new Reception(true, SPOTLIGHT));
    }

    @Test
    void storesNothingWhenTheViewIsTheSame() {
        // Given
        calls.connect("a");
        calls.conference.show("a", SPOTLIGHT);
        ConferenceState before = calls.conference.state();
        var stored = new ConferenceState(
                before.sessionId(),
                1,
                1,
                before.placement(),
                null,
                null,
                false,
                false,
                before.endpoints().values(),
                List.of());
        var loaded = new Conference(stored, Timing.DEFAULT, MediaProfile.VP8);

        // When
        loaded.show("a", new View(List.of(new Tile("b", CAMERA, 720)), 0));
        loaded.show("stranger", SPOTLIGHT);

        // Then
        assertThat(stored.isChanged()).isFalse();
    }

    @Test
    void wantsNoVideoInAnAudioCallUntilTheSwitch() {
        // Given
        calls.start(CallType.AUDIO);
        calls.connect("a");
        Reception before = calls.conference.reception(calls.endpoint("a"));

        // When
        calls.switchToVideo();

        // Then
        assertThat(before.video()).isFalse();
        assertThat(calls.conference.reception(calls.endpoint("a")).video()).isTrue();
    }

    @Test
    void demandsNothingOfWhoIsAlone() {
        calls.connect("a");

        assertThat(demand("a", View.DEFAULT)).isZero();
    }

    @Test
    void demandsWhatTheViewShows() {
        // Given
        calls.connect("a", "b", "c");

        // When, Then
        assertThat(demand("a", View.DEFAULT)).isEqualTo(Demand.ENOUGH);
        assertThat(demand("a", SPOTLIGHT)).isEqualTo(Demand.ENOUGH);
        assertThat(demand("a", new View(List.of(), 0))).isZero();
        assertThat(demand("a", new View(List.of(new Tile("b", CAMERA, 180)), 0)))
                .isEqualTo(150);
        assertThat(demand("a", new View(List.of(new Tile("b", CAMERA, 180)), 90)))
                .isEqualTo(300);
        assertThat(demand("a", new View(List.of(new Tile("nobody", CAMERA, 720)), 0)))
                .isZero();
    }

    @Test
    void demandsOnlyWhatIsSent() {
        // Given
        calls.connect("a", "b", "c");

        // When
        calls.update("b", false, true, false, "b");
        calls.update("c", false, true, true, "a");

        // Then
        assertThat(demand("a", new View(List.of(), 180))).isEqualTo(150);
        assertThat(demand("a", new View(List.of(new Tile("c", SCREEN, 0)), 180)))
                .isZero();
    }

    @Test
    void demandsNothingInAnAudioCall() {
        // Given
        calls.start(CallType.AUDIO);

        // When
        calls.connect("a", "b");

        // Then
        assertThat(demand("a", View.DEFAULT)).isZero();
    }

    @Test
    void tellsOfTheQualityOfWhoIsThere() {
        // Given
        calls.connect("a");

        // When
        calls.conference.quality("a", ConnectionQuality.POOR, 90, calls.now);
        calls.conference.quality("nobody", ConnectionQuality.POOR, 90, calls.now);
        calls.work();

        // Then
        assertThat(calls.events(MediaEvent.ConnectionQualityChanged.class))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.participantId()).isEqualTo("a");
                    assertThat(event.quality()).isEqualTo(ConnectionQuality.POOR);
                    assertThat(event.downlinkKbps()).isEqualTo(90);
                });
    }

    private int demand(String id, View view) {
        return new Demand(calls.conference.state()).kbps(id, view);
    }
}
