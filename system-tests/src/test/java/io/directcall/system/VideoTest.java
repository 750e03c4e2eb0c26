package io.directcall.system;

import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Gathering.awaitSound;
import static io.directcall.system.support.Gathering.awaitStill;
import static io.directcall.system.support.Gathering.camera;
import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.browser.CallStats;
import io.directcall.system.browser.CallStats.Track;
import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Guest;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which pictures flow: shared screens, audio calls that become video calls. */
@ExtendWith(SharedSuite.class)
class VideoTest {
    /** A screen that needs no window: what is drawn here. */
    private static final String DRAWN_SCREEN = """
            navigator.mediaDevices.getDisplayMedia = () => {
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [640, 360];
              const pen = canvas.getContext('2d');
              let frame = 0;
              setInterval(() => {
                pen.fillStyle = `hsl(${(frame += 5) % 360} 60% 60%)`;
                pen.fillRect(0, 0, 640, 360);
              }, 50);
              return Promise.resolve(canvas.captureStream(15));
            };""";

    private Api api;
    private Gathering call;

    @BeforeEach
    void gather(RunningSuite suite) {
        api = new Api(suite.link());
        call = new Gathering(suite.link());
    }

    @AfterEach
    void part() {
        call.close();
    }

    @Test
    void a_shared_screen_is_seen_beside_the_camera_until_it_stops() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join(Guest.of(call.session(), "Grace").withScript(DRAWN_SCREEN));
        awaitPictures(ada, "Grace");

        // When
        grace.button("Share screen").click();

        // Then
        within(20).until(() -> screen(ada).map(Track::framesDecoded).orElse(0L) > 5);
        assertThat(screen(ada).orElseThrow().frameWidth()).isEqualTo(640);
        awaitPictures(ada, "Grace");
        grace.button("Stop sharing").click();
        within(20).until(() -> ada.page().getByLabel("Grace’s screen").count() == 0);
        awaitPictures(ada, "Grace");
    }

    @Test
    void an_audio_call_becomes_a_video_call_without_a_new_join() {
        // Given
        DemoPage ada = call.join(Guest.of(call.session(), "Ada").with("audio", "1"));
        DemoPage grace = call.join(Guest.of(call.session(), "Grace").with("audio", "1"));
        awaitSound(ada, "Grace");
        assertThat(camera(ada, "Grace").packetsReceived()).isZero();
        assertThat(grace.stats().packetsSent("camera")).isZero();
        var before = api.participants(call.session());

        // When
        ada.button("Switch to video").click();
        grace.button("Accept").click();

        // Then
        awaitPictures(ada, "Grace");
        awaitPictures(grace, "Ada");
        assertThat(api.participants(call.session())).isEqualTo(before);
    }

    @Test
    void who_is_not_shown_is_not_sent() {
        // Given
        DemoPage ada = call.join("Ada");
        call.join("Grace");
        DemoPage edsger = call.join("Edsger");
        edsger.button("Mute microphone").click();
        awaitPictures(ada, "Grace");
        awaitPictures(ada, "Edsger");

        // When
        mode(ada, "SPOTLIGHT");

        // Then
        awaitStill(ada, "Edsger");
        awaitPictures(ada, "Grace");
        mode(ada, "DEFAULT");
        awaitPictures(ada, "Edsger");
    }

    private static void mode(DemoPage page, String mode) {
        page.page().evaluate("(mode) => window.directCallDebug.calls.setMode(mode)", mode);
    }

    private static Optional<Track> screen(DemoPage viewer) {
        return viewer.stats().remote("Grace").flatMap(CallStats.Remote::screen);
    }
}
