package io.directcall.system;

import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Gathering.awaitSound;
import static io.directcall.system.support.Waiting.within;

import io.directcall.system.browser.CallStats;
import io.directcall.system.browser.CallStats.Track;
import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Firefox;
import io.directcall.system.browser.Guest;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One with Chromium and one with Firefox. */
@ExtendWith(SharedSuite.class)
class FirefoxCallTest {
    @Test
    void firefox_and_chromium_see_and_hear_each_other(RunningSuite suite) {
        try (Gathering call = new Gathering(suite.link());
                Firefox firefox = Firefox.start(Path.of("target/firefox"))) {
            // Given
            DemoPage ada = call.join("Ada");

            // When
            firefox.open(suite.link(), Guest.of(call.session(), "Grace"));

            // Then
            Gathering.awaitOthers(ada, "Grace");
            awaitPictures(ada, "Grace");
            awaitSound(ada, "Grace");
            within(20)
                    .until(() -> firefox.stats()
                            .flatMap(stats -> stats.remote("Ada"))
                            .flatMap(CallStats.Remote::camera)
                            .map(Track::framesDecoded)
                            .filter(frames -> frames > 5)
                            .isPresent());
        }
    }
}
