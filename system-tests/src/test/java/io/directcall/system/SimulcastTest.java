package io.directcall.system;

import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Gathering.camera;
import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.browser.DemoPage;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cameras come in several sizes, and everybody gets the one that is shown. */
@ExtendWith(SharedSuite.class)
class SimulcastTest {
    private static final int SMALLEST = 180;

    private Gathering call;

    @BeforeEach
    void gather(RunningSuite suite) {
        call = new Gathering(suite.link());
    }

    @AfterEach
    void part() {
        call.close();
    }

    @Test
    void a_picture_comes_as_large_as_it_is_shown_and_changes_without_a_break() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        within(60)
                .until(() -> camera(ada, "Grace").frameHeight() > SMALLEST
                        && camera(grace, "Ada").frameHeight() > SMALLEST);
        long lost = camera(ada, "Grace").packetsLost();

        // When
        ada.page().setViewportSize(240, 300);

        // Then
        within(30).until(() -> camera(ada, "Grace").frameHeight() == SMALLEST);
        awaitPictures(ada, "Grace");
        assertThat(camera(grace, "Ada").frameHeight()).isGreaterThan(SMALLEST);
        ada.page().setViewportSize(1120, 630);
        within(30).until(() -> camera(ada, "Grace").frameHeight() > SMALLEST);
        awaitPictures(ada, "Grace");
        assertThat(camera(ada, "Grace").packetsLost() - lost).isLessThan(100);
    }
}
