package io.directcall.system;

import static io.directcall.system.support.Gathering.audio;
import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Gathering.awaitSilence;
import static io.directcall.system.support.Gathering.awaitSound;
import static io.directcall.system.support.Gathering.awaitStill;
import static io.directcall.system.support.Gathering.camera;
import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.browser.CallStats;
import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Guest;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a moderator, a token or a role takes away is held back by the bridge, whatever the client does. */
@ExtendWith(SharedSuite.class)
class MediaControlTest {
    /** A client that goes on sending, whatever it is told. */
    private static final String DEFIANT = """
            Object.defineProperty(MediaStreamTrack.prototype, 'enabled', { get: () => true, set: () => undefined });
            MediaStreamTrack.prototype.stop = () => undefined;
            const replace = RTCRtpSender.prototype.replaceTrack;
            RTCRtpSender.prototype.replaceTrack = function (track) {
              return track === null ? Promise.resolve() : replace.call(this, track);
            };
            RTCRtpSender.prototype.setParameters = () => Promise.resolve();""";

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
    void a_moderators_mute_holds_against_a_client_that_goes_on_sending() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join(Guest.of(call.session(), "Grace").withScript(DEFIANT));
        awaitSound(ada, "Grace");
        awaitPictures(ada, "Grace");

        // When
        moderate(grace, Map.of("audioMuted", true, "videoPaused", true));

        // Then
        awaitSilence(ada, "Grace");
        awaitStill(ada, "Grace");
        awaitSending(grace, "audio");
        awaitSending(grace, "camera");
    }

    @Test
    void a_token_that_does_not_allow_to_speak_is_not_heard() {
        // Given
        DemoPage ada = call.join("Ada");

        // When
        DemoPage grace = call.join(Guest.of(call.session(), "Grace")
                .withScript(DEFIANT)
                .withCallToken(api.callTokenToSend(call.session(), "camera", "screen")));

        // Then
        String name = ada.stats().remotes().getFirst().name();
        awaitPictures(ada, name);
        assertThat(audio(ada, name).totalAudioEnergy()).isZero();
        awaitSound(grace, "Ada");
    }

    @Test
    void a_viewer_sees_and_hears_and_sends_nothing() {
        // Given
        DemoPage ada = call.join("Ada");

        // When
        DemoPage viewer =
                call.join(Guest.of(call.session(), "Grace").withCallToken(api.callToken(call.session(), "viewer")));

        // Then
        awaitPictures(viewer, "Ada");
        awaitSound(viewer, "Ada");
        CallStats stats = viewer.stats();
        assertThat(stats.packetsSent("audio") + stats.packetsSent("camera")).isZero();
        assertThat(ada.stats().remotes().getFirst().tracks()).isEmpty();
    }

    @Test
    void a_paused_camera_sends_nothing_until_it_is_on_again() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitPictures(ada, "Grace");

        // When
        grace.button("Turn camera off").click();

        // Then
        awaitStill(ada, "Grace");
        grace.button("Turn camera on").click();
        awaitPictures(ada, "Grace");
        assertThat(camera(ada, "Grace").frameHeight()).isPositive();
    }

    private void moderate(DemoPage page, Map<String, Object> change) {
        api.asCaller(api.callToken(call.session(), "moderator"))
                .body(change)
                .patch(
                        "/sessions/{sid}/participants/{pid}",
                        call.session(),
                        page.stats().participantId())
                .then()
                .statusCode(200);
    }

    private static void awaitSending(DemoPage page, String kind) {
        long now = page.stats().packetsSent(kind);
        within(10).until(() -> page.stats().packetsSent(kind) > now);
    }
}
