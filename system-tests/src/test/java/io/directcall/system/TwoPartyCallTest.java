package io.directcall.system;

import static io.directcall.system.support.Gathering.awaitOthers;
import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Gathering.awaitSilence;
import static io.directcall.system.support.Gathering.awaitSound;
import static io.directcall.system.support.Gathering.camera;
import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Guest;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.Portrait;
import io.directcall.system.support.SharedSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two people, pictures and sound both ways. */
@ExtendWith(SharedSuite.class)
class TwoPartyCallTest {
    private Gathering call;
    private Api api;

    @BeforeEach
    void gather(RunningSuite suite) {
        call = new Gathering(suite.link());
        api = new Api(suite.link());
    }

    @AfterEach
    void part() {
        call.close();
    }

    @Test
    void two_people_see_and_hear_each_other(RunningSuite suite) throws IOException {
        try (Gathering review = new Gathering(suite.link(), "design-review")) {
            // Given
            DemoPage ada = review.joinAs(Portrait.ADA, "Ada Lovelace");

            // When
            DemoPage grace = review.joinAs(Portrait.GRACE, "Grace Hopper");

            // Then
            awaitPictures(ada, "Grace Hopper");
            awaitPictures(grace, "Ada Lovelace");
            awaitSound(ada, "Grace Hopper");
            awaitSound(grace, "Ada Lovelace");
            assertThat(camera(ada, "Grace Hopper").frameHeight()).isPositive();
            assertThat(ada.stats().firstRemoteFrameAt()).isPositive();
            assertThat(ada.stats().ownPictureAt()).isPositive();
            ada.screenshot(Path.of("target/screenshots/call.png"));
        }
    }

    @Test
    void an_audio_call_has_sound_and_no_pictures() {
        // Given
        DemoPage ada = call.join(Guest.of(call.session(), "Ada").with("audio", "1"));

        // When
        DemoPage grace = call.join(Guest.of(call.session(), "Grace").with("audio", "1"));

        // Then
        awaitSound(ada, "Grace");
        awaitSound(grace, "Ada");
        assertThat(camera(ada, "Grace").framesDecoded()).isZero();
        assertThat((String) api.session(call.session()).path("data.type")).isEqualTo("audio");
    }

    @Test
    void muting_silences_and_unmuting_is_heard_again() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitSound(grace, "Ada");

        // When
        ada.button("Mute microphone").click();

        // Then
        within(10)
                .until(() -> api.session(call.session())
                        .jsonPath()
                        .getBoolean("data.participants.find { it.name == 'Ada' }.audioMuted"));
        awaitSilence(grace, "Ada");
        ada.button("Unmute microphone").click();
        awaitSound(grace, "Ada");
    }

    @Test
    void a_person_who_leaves_is_gone_for_the_other_and_the_last_one_ends_the_session() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitPictures(ada, "Grace");

        // When
        grace.button("Leave call").click();

        // Then
        awaitOthers(ada);
        ada.button("Leave call").click();
        within(10).until(() -> api.session(call.session()).path("data.state").equals("ended"));
    }

    @Test
    void the_server_ends_the_call_for_all() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitPictures(ada, "Grace");

        // When
        api.asServer().delete("/sessions/{sid}", call.session()).then().statusCode(204);

        // Then
        within(10).until(() -> !ada.inCall() && !grace.inCall());
    }

    @Test
    void a_moderator_removes_somebody_and_a_participant_may_not() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitOthers(ada, "Grace");
        String graceId = grace.stats().participantId();
        String path = "/sessions/" + call.session() + "/participants/" + graceId;
        api.asCaller(api.callToken(call.session())).delete(path).then().statusCode(403);

        // When
        api.asCaller(api.callToken(call.session(), "moderator"))
                .delete(path)
                .then()
                .statusCode(204);

        // Then
        awaitOthers(ada);
        within(10).until(() -> !grace.inCall());
    }

    @Test
    void a_moderator_mutes_somebody() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitSound(ada, "Grace");
        String path =
                "/sessions/" + call.session() + "/participants/" + grace.stats().participantId();

        // When
        api.asCaller(api.callToken(call.session(), "moderator"))
                .body(Map.of("audioMuted", true))
                .patch(path)
                .then()
                .statusCode(200);

        // Then
        awaitSilence(ada, "Grace");
    }
}
