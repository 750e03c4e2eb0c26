package io.directcall.system;

import static io.directcall.system.support.Gathering.awaitOthers;
import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Gathering.awaitSilence;
import static io.directcall.system.support.Gathering.awaitSound;
import static io.directcall.system.support.Gathering.awaitStill;
import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.browser.CallStats;
import io.directcall.system.browser.CallStats.Track;
import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Firefox;
import io.directcall.system.browser.Guest;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One with Chromium and one with Firefox. */
@ExtendWith(SharedSuite.class)
class FirefoxCallTest {
    private static Firefox firefox;

    private RunningSuite suite;
    private Gathering call;
    private DemoPage ada;

    @BeforeAll
    static void start() {
        firefox = Firefox.start(Path.of("target/firefox"));
    }

    @AfterAll
    static void stop() {
        firefox.close();
    }

    @BeforeEach
    void meet(RunningSuite running) {
        suite = running;
        call = new Gathering(suite.link());
        ada = call.join("Ada");
        firefox.open(suite.link(), Guest.of(call.session(), "Grace"));
        awaitPictures(ada, "Grace");
    }

    @AfterEach
    void part() {
        call.close();
    }

    @Test
    void firefox_and_chromium_see_and_hear_each_other() {
        awaitSound(ada, "Grace");
        awaitPicturesInFirefox();
    }

    @Test
    void who_mutes_and_turns_the_camera_off_in_firefox_is_neither_heard_nor_seen_and_is_again_after_that() {
        // When
        firefox.press("Mute microphone");
        firefox.press("Turn camera off");

        // Then
        awaitSilence(ada, "Grace");
        awaitStill(ada, "Grace");

        // When
        firefox.press("Unmute microphone");
        firefox.press("Turn camera on");

        // Then
        awaitSound(ada, "Grace");
        awaitPictures(ada, "Grace");
    }

    @Test
    void a_page_that_is_loaded_anew_in_firefox_stays_the_same_participant() {
        // Given
        var api = new Api(suite.link());
        List<String> participants = api.participants(call.session());

        // When
        firefox.reload();

        // Then
        awaitPictures(ada, "Grace");
        awaitPicturesInFirefox();
        assertThat(api.participants(call.session())).isEqualTo(participants);
    }

    @Test
    void firefox_follows_who_comes_and_goes_and_leaves_itself() {
        // When
        DemoPage edsger = call.join("Edsger");

        // Then
        awaitPictures(edsger, "Grace");
        within(20).until(() -> framesInFirefox("Edsger") > 5);

        // When
        edsger.button("Leave call").click();
        within(20)
                .until(() ->
                        firefox.stats().flatMap(stats -> stats.remote("Edsger")).isEmpty());
        firefox.press("Leave call");

        // Then
        awaitOthers(ada);
    }

    private static void awaitPicturesInFirefox() {
        long now = framesInFirefox("Ada");
        within(20).until(() -> framesInFirefox("Ada") > now + 5);
    }

    private static long framesInFirefox(String of) {
        return firefox.stats()
                .flatMap(stats -> stats.remote(of))
                .flatMap(CallStats.Remote::camera)
                .map(Track::framesDecoded)
                .orElse(0L);
    }
}
