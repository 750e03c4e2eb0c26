package io.directcall.system;

import static io.directcall.system.support.Gathering.awaitOthers;
import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Gathering.awaitSound;
import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.browser.DemoPage;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Bridge;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More than two, coming and going. */
@ExtendWith(SharedSuite.class)
class ConferenceTest {
    private Gathering call;
    private Bridge bridge;

    @BeforeEach
    void gather(RunningSuite suite) {
        bridge = new Bridge(suite);
        within(30).until(() -> bridge.endpoints() == 0);
        call = new Gathering(suite.link());
    }

    @AfterEach
    void part() {
        call.close();
    }

    @Test
    void a_late_joiner_sees_all_and_takes_the_place_of_one_who_left() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitPictures(ada, "Grace");
        awaitPictures(grace, "Ada");
        DemoPage edsger = call.join("Edsger");
        awaitPictures(edsger, "Ada");
        awaitPictures(edsger, "Grace");
        awaitSound(edsger, "Ada");
        awaitPictures(ada, "Edsger");
        int mLines = ada.mLines();

        // When
        grace.button("Leave call").click();
        awaitOthers(ada, "Edsger");
        awaitOthers(edsger, "Ada");
        call.join("Barbara");

        // Then
        awaitPictures(ada, "Barbara");
        awaitSound(ada, "Barbara");
        awaitPictures(ada, "Edsger");
        assertThat(ada.mLines()).isEqualTo(mLines);
    }

    @Test
    void a_killed_browser_is_gone_for_the_others_and_on_the_bridge() {
        // Given
        DemoPage ada = call.join("Ada");
        call.joinAlone("Grace");
        awaitPictures(ada, "Grace");
        assertThat(bridge.endpoints()).isEqualTo(2);

        // When
        call.killNewestBrowser();

        // Then
        within(30).until(() -> ada.stats().remotes().isEmpty());
        within(5).until(() -> bridge.endpoints() == 1);
    }
}
