package io.directcall.system;

import static io.directcall.system.support.Gathering.awaitOthers;
import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Gathering.awaitSound;
import static io.directcall.system.support.Gathering.awaitStill;
import static io.directcall.system.support.Gathering.camera;
import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.browser.DemoPage;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.DevelopmentBridge;
import io.directcall.system.support.DevelopmentBridges;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A page that is loaded again, closed, or loses its network: the others keep seeing the same participant as long as it may come back. */
@ExtendWith(SharedSuite.class)
class ReconnectTest {
    /** Longer than the server's heartbeat of 15 s, which a stream that still seems open would miss. */
    private static final double OFFLINE_MILLIS = 20_000;

    private Api api;
    private Gathering call;
    private DemoPage ada;
    private DemoPage grace;
    private List<String> participants;

    @BeforeEach
    void gather(RunningSuite suite) {
        api = new Api(suite.link());
        call = new Gathering(suite.link());
        ada = call.join("Ada");
        grace = call.join("Grace");
        awaitPictures(ada, "Grace");
        awaitPictures(grace, "Ada");
        participants = api.participants(call.session());
    }

    @AfterEach
    void part() {
        call.close();
    }

    @Test
    void a_page_that_is_loaded_again_is_the_same_participant() {
        // When
        grace.page().reload();

        // Then
        within(20).until(grace::inCall);
        awaitPictures(grace, "Ada");
        awaitPictures(ada, "Grace");
        awaitSound(ada, "Grace");
        assertThat(api.participants(call.session())).isEqualTo(participants);
        assertThat(ada.callbacks()).doesNotContain("onUserLeft");
    }

    @Test
    void who_closes_the_tab_is_gone_after_the_time_in_which_it_could_come_back() {
        // When
        grace.close();

        // Then
        awaitOthers(ada);
        assertThat(api.participants(call.session())).hasSize(1);
    }

    @Test
    void a_lost_connection_is_made_anew_for_the_same_participant() {
        // When
        grace.loseConnections();

        // Then
        awaitPictures(ada, "Grace");
        awaitPictures(grace, "Ada");
        awaitSound(ada, "Grace");
        assertThat(api.participants(call.session())).isEqualTo(participants);
        assertThat(ada.callbacks()).doesNotContain("onUserLeft");
    }

    @Test
    void who_was_offline_for_twenty_seconds_hears_what_it_missed_in_the_same_call() {
        // Given
        grace.page().evaluate("""
                () => {
                  window.muted = [];
                  directCallDebug.calls.addEventListener('onUserMuted', ({ muted }) => window.muted.push(muted.name));
                }""");

        // When
        grace.page().context().setOffline(true);
        ada.button("Mute microphone").click();
        grace.page().waitForTimeout(OFFLINE_MILLIS);
        assertThat(muted(grace)).isEmpty();
        grace.page().context().setOffline(false);

        // Then
        within(30).until(() -> muted(grace).equals(List.of("Ada")));
        awaitPictures(grace, "Ada");
        awaitPictures(ada, "Grace");
        assertThat(api.participants(call.session())).isEqualTo(participants);
        assertThat(ada.callbacks()).doesNotContain("onUserLeft");
    }

    @Test
    @DevelopmentBridges
    void pictures_come_back_when_packets_were_blocked_for_a_while(RunningSuite suite) {
        // Given
        var bridge = new DevelopmentBridge(suite, "bridge-1");

        // When
        bridge.media(false);
        try {
            awaitStill(ada, "Grace");
            awaitStill(grace, "Ada");
        } finally {
            bridge.media(true);
        }

        // Then
        within(60).until(() -> moves(ada, "Grace") && moves(grace, "Ada"));
        assertThat(api.participants(call.session())).isEqualTo(participants);
        assertThat(ada.callbacks()).doesNotContain("onUserLeft");
    }

    /** Counters of a page start anew with its connection. */
    private static boolean moves(DemoPage viewer, String of) {
        long before = camera(viewer, of).framesDecoded();
        viewer.page().waitForTimeout(400);
        return camera(viewer, of).framesDecoded() > before;
    }

    private static List<?> muted(DemoPage page) {
        return (List<?>) page.page().evaluate("() => window.muted");
    }
}
