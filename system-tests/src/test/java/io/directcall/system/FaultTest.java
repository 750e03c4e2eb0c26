package io.directcall.system;

import static io.directcall.system.support.Gathering.awaitOthers;
import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Gathering.awaitSilence;
import static io.directcall.system.support.Gathering.awaitSound;
import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.browser.DemoPage;
import io.directcall.system.browser.Guest;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.DevelopmentBridges;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.SharedSuite;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Parts that die during a call. */
@ExtendWith(SharedSuite.class)
class FaultTest {
    private RunningSuite suite;
    private Gathering call;

    @BeforeEach
    void gather(RunningSuite running) {
        suite = running;
        call = new Gathering(running.link());
    }

    @AfterEach
    void part() {
        call.close();
    }

    @Test
    void media_flows_on_without_two_services_and_kafka_and_all_works_when_they_are_back() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitPictures(ada, "Grace");
        awaitPictures(grace, "Ada");
        int restarts = suite.part("kafka").restarts();
        suite.stop("session-service");
        suite.stop("events-service");
        suite.kill("kafka");

        // When
        awaitPictures(ada, "Grace");
        awaitSound(grace, "Ada");
        within(60).until(() -> suite.cameBack("kafka", restarts + 1));
        suite.startAgain("session-service");
        suite.startAgain("events-service");

        // Then
        awaitPictures(ada, "Grace");
        assertThatCallsWork(ada, grace);
    }

    @Test
    void killed_parts_are_started_again_and_all_works() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitPictures(ada, "Grace");
        awaitPictures(grace, "Ada");
        List<String> parts = List.of("postgres", "token-service", "media-gateway");
        Map<String, Integer> restarts = parts.stream()
                .collect(Collectors.toMap(part -> part, part -> suite.part(part).restarts()));

        // When
        parts.forEach(suite::kill);

        // Then
        awaitPictures(ada, "Grace");
        within(60).until(() -> parts.stream().allMatch(part -> suite.cameBack(part, restarts.get(part) + 1)));
        awaitPictures(grace, "Ada");
        assertThatCallsWork(ada, grace);
    }

    /** Mute, join and leave. */
    private void assertThatCallsWork(DemoPage ada, DemoPage grace) {
        ada.button("Mute microphone").click();
        awaitSilence(grace, "Ada");
        DemoPage edsger = call.join("Edsger");
        awaitPictures(ada, "Edsger");
        awaitPictures(edsger, "Grace");
        edsger.button("Leave call").click();
        awaitOthers(ada, "Grace");
        awaitOthers(grace, "Ada");
    }

    @Test
    @DevelopmentBridges
    void who_joins_without_a_bridge_waits_and_gets_media_when_one_is_back() {
        // Given
        suite.stop("bridge-1");
        Guest ada = Guest.of(call.session(), "Ada");
        DemoPage first = call.join(ada);
        within(20)
                .until(() -> first.page()
                        .getByText("Waiting for a free media server")
                        .isVisible());

        // When
        suite.startAgain("bridge-1");

        // Then
        DemoPage second = call.join("Grace");
        awaitPictures(first, "Grace");
        awaitPictures(second, "Ada");
    }

    @Test
    @DevelopmentBridges
    void a_call_waits_for_a_bridge_and_goes_on_when_one_is_back() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitPictures(ada, "Grace");
        Api api = new Api(suite.link());
        List<String> participants = api.participants(call.session());
        suite.stop("bridge-1");
        within(30)
                .until(() ->
                        ada.page().getByText("Connection lost. Reconnecting").isVisible());

        // When
        suite.startAgain("bridge-1");

        // Then
        within(40).ignoreExceptions().untilAsserted(() -> awaitPictures(ada, "Grace"));
        within(40).ignoreExceptions().untilAsserted(() -> awaitPictures(grace, "Ada"));
        assertThat(api.participants(call.session())).isEqualTo(participants);
    }

    @Test
    @DevelopmentBridges
    void a_call_goes_on_on_a_bridge_that_was_killed_and_came_back() {
        // Given
        DemoPage ada = call.join("Ada");
        DemoPage grace = call.join("Grace");
        awaitPictures(ada, "Grace");
        String before = new Api(suite.link()).session(call.session()).path("data.state");
        int restarts = suite.part("bridge-1").restarts();

        // When
        suite.kill("bridge-1");

        // Then
        within(60).until(() -> suite.cameBack("bridge-1", restarts + 1));
        within(40).ignoreExceptions().untilAsserted(() -> awaitPictures(ada, "Grace"));
        within(40).ignoreExceptions().untilAsserted(() -> awaitPictures(grace, "Ada"));
        assertThat((String) new Api(suite.link()).session(call.session()).path("data.state"))
                .isEqualTo(before);
    }
}
