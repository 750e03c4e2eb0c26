package io.directcall.media.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.media.MediaEvent.OfferReady;
import io.directcall.contracts.session.Role;
import io.directcall.media.testing.BridgePorts;
import io.directcall.media.testing.Database;
import io.directcall.media.testing.GatewayTest;
import io.directcall.media.testing.TestBridge;
import io.directcall.media.testing.TestSession;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database connection is killed between what a bridge does and the commit that should tell of it. */
@QuarkusTest
@QuarkusTestResource(BridgePorts.class)
class LostTransactionTest extends GatewayTest {
    private static final int ALWAYS = 100_000;

    @AfterEach
    void killNobody() {
        Database.killNobody();
    }

    @Test
    void savesTheEndpointWhenTheDatabaseIsSoonBack() {
        // Given
        Database.killWhoSaves(session.id(), "OFFERED", 2);

        // When
        String pid = session.join(Role.PARTICIPANT);

        // Then
        OfferReady offer = session.offer(pid, any -> true);
        assertThat(Database.kills()).isGreaterThanOrEqualTo(3);
        assertThat(offer.generation()).isEqualTo(1);
        assertThat(TestBridge.has(pid)).isTrue();
        session.end();
        await().until(() -> hosted().isEmpty());
    }

    @Test
    void takesTheEndpointBackWhenItCanNotBeSaved() {
        // Given
        Database.killWhoSaves(session.id(), "OFFERED", ALWAYS);
        String pid = session.join(Role.PARTICIPANT);
        await().until(() -> TestBridge.has(pid));

        // When
        await().atMost(Duration.ofSeconds(20)).until(() -> hosted().isEmpty());

        // Then
        Database.killNobody();
        assertThat(session.offer(pid, any -> true).generation()).isEqualTo(1);
        session.leave(pid);
        await().until(() -> hosted().isEmpty());
    }

    @Test
    void leavesNothingOfOneWhoLeftBeforeItWasSaved() {
        // Given
        String a = session.joinAndAnswer();
        Database.killWhoSaves(session.id(), "OFFERED", ALWAYS);
        String b = session.join(Role.PARTICIPANT);
        await().until(() -> TestBridge.has(b));

        // When
        session.leave(b);
        Database.killNobody();

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> !TestBridge.has(b));
        assertThat(TestBridge.has(a)).isTrue();
    }

    @Test
    void noEventOvertakesOneThatCouldNotBeSaved() {
        // Given
        Database.killWhoSaves(session.id(), "WAITING", 3);

        // When
        String a = session.join(Role.PARTICIPANT);
        session.keepAlive(a);
        String b = session.join(Role.PARTICIPANT);

        // Then
        session.offer(a, any -> true);
        session.offer(b, any -> true);
    }

    @Test
    void leavesNothingBehindWhereConnectionsBreakAgainAndAgain() {
        // Given
        List<TestSession> sessions = Stream.generate(this::newSession).limit(10).toList();
        List<String> stay = new ArrayList<>();

        // When
        for (int i = 0; i < 10; i++) {
            for (TestSession one : sessions) {
                String leaves = one.join(Role.PARTICIPANT);
                stay.add(one.join(Role.PARTICIPANT));
                one.leave(leaves);
            }
            Database.breakConnections();
        }

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(TestBridge.endpoints())
                        .extracting(endpoint -> endpoint.get("id"))
                        .containsAll(stay));
        sessions.forEach(TestSession::end);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> sessions.stream().allMatch(one -> hosted(one).isEmpty()));
    }

    private List<String> hosted() {
        return hosted(session);
    }

    private static List<String> hosted(TestSession of) {
        return TestBridge.conferences(Database.read("select id from installation") + "~" + of.id());
    }
}
