package io.directcall.system;

import static io.directcall.system.support.Gathering.awaitPictures;
import static io.directcall.system.support.Waiting.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.system.browser.DemoPage;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.ConnectedEndpoints;
import io.directcall.system.support.DevelopmentBridge;
import io.directcall.system.support.DevelopmentBridges;
import io.directcall.system.support.Gathering;
import io.directcall.system.support.Replicas;
import io.directcall.system.support.SharedSuite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls that go from one of two bridges to the other, and two replicas of media-gateway. */
@DevelopmentBridges
class BridgesTest {
    private static RunningSuite suite;

    private Api api;
    private Gathering call;
    private DemoPage ada;
    private DemoPage grace;
    private List<String> participants;
    /** Where the call is at first. */
    private DevelopmentBridge home;
    /** Where it is not at first. */
    private DevelopmentBridge other;

    @BeforeAll
    static void start() {
        suite = RunningSuite.startAfresh(
                SharedSuite.CHECKOUT,
                Path.of("target/suite-bridges"),
                "--bridges",
                "2",
                "--replicas",
                "media-gateway=2");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @BeforeEach
    void gather() {
        api = new Api(suite.link());
        DevelopmentBridge first = new DevelopmentBridge(suite, "bridge-1");
        DevelopmentBridge second = new DevelopmentBridge(suite, "bridge-2");
        within(40).until(() -> first.endpoints() + second.endpoints() == 0 && areAvailable());
        call = new Gathering(suite.link());
        ada = call.join("Ada");
        grace = call.join("Grace");
        awaitPicturesBothWays();
        participants = api.participants(call.session());
        home = first.has(call.session()) ? first : second;
        other = home == first ? second : first;
    }

    @AfterEach
    void part() {
        call.close();
    }

    @Test
    void a_call_of_three_goes_on_when_its_bridge_dies_for_good() {
        // Given
        DemoPage edsger = call.join("Edsger");
        awaitPictures(edsger, "Ada");
        awaitPictures(ada, "Edsger");
        participants = api.participants(call.session());

        // When
        suite.killForGood(home.name());

        // Then
        within(20).until(() -> other.has(call.session()));
        awaitPicturesBothWays();
        Stream.of("Ada", "Grace").forEach(name -> awaitPictures(edsger, name));
        Stream.of(ada, grace).forEach(page -> awaitPictures(page, "Edsger"));
        assertThat(api.participants(call.session())).isEqualTo(participants);
        suite.startAgain(home.name());
    }

    @Test
    void a_call_of_three_leaves_a_bridge_that_answers_but_has_no_media() {
        // Given
        call.join("Edsger");
        Stream.of(ada, grace).forEach(page -> awaitPictures(page, "Edsger"));
        try (var connected = new ConnectedEndpoints(suite, call.session(), api.callToken(call.session(), "viewer"))) {
            within(40).until(() -> connected.count() == 3);
        }

        // When
        home.media(false);

        // Then
        try {
            within(40).until(() -> other.has(call.session()) && !home.has(call.session()));
        } finally {
            home.media(true);
        }
        // Only the replica that owns the call has seen it fail, and any of them answers.
        within(20).until(() -> states().contains("quarantined"));
        awaitPicturesBothWays();
    }

    @Test
    void operators_alone_move_a_call_and_only_one_that_runs() {
        // Given
        api.asServer()
                .body(Map.of())
                .post("/sessions/{sid}/move", Api.newSession())
                .then()
                .statusCode(404);
        api.request()
                .body(Map.of())
                .post("/sessions/{sid}/move", call.session())
                .then()
                .statusCode(401);
        api.asCaller(api.callToken(call.session()))
                .body(Map.of())
                .post("/sessions/{sid}/move", call.session())
                .then()
                .statusCode(401);

        // When
        api.asServer()
                .body(Map.of())
                .post("/sessions/{sid}/move", call.session())
                .then()
                .statusCode(202);

        // Then
        within(20).until(() -> other.has(call.session()) && !home.has(call.session()));
        awaitPicturesBothWays();
        assertThat(api.participants(call.session())).isEqualTo(participants);
    }

    @Test
    void an_operator_empties_a_bridge_and_takes_it_back() {
        // When
        api.asServer().post("/bridges/{id}/drain", id(home)).then().statusCode(200);

        // Then
        within(30).until(() -> other.has(call.session()) && home.endpoints() == 0);
        awaitPicturesBothWays();
        assertThat(api.participants(call.session())).isEqualTo(participants);
        api.asServer().post("/bridges/{id}/undrain", id(home)).then().statusCode(200);
        within(20).until(this::areAvailable);
    }

    @Test
    void media_flows_on_and_newcomers_get_in_when_the_owner_of_the_call_is_killed() {
        // Given
        String owner = Replicas.ownerOf(suite, 1);

        // When
        suite.killForGood(owner);

        // Then
        awaitPicturesBothWays();
        DemoPage edsger = call.join("Edsger");
        awaitPictures(ada, "Edsger");
        awaitPictures(edsger, "Grace");
        assertThat(ada.callbacks()).doesNotContain("onUserLeft");
        suite.startAgain(owner);
    }

    private void awaitPicturesBothWays() {
        awaitPictures(ada, "Grace");
        awaitPictures(grace, "Ada");
    }

    /** By both replicas, which take turns: each decides by itself whom it puts in quarantine. */
    private boolean areAvailable() {
        return Stream.generate(this::states).limit(2).allMatch(List.of("available", "available")::equals);
    }

    private List<String> states() {
        return api.asServer().get("/bridges").path("data.state");
    }

    private String id(DevelopmentBridge bridge) {
        return api.asServer()
                .get("/bridges")
                .jsonPath()
                .getString("data.find { it.url.endsWith('"
                        + suite.part(bridge.name()).port() + "') }.id");
    }
}
