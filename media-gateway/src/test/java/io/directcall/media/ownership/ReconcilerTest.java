package io.directcall.media.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.session.Role;
import io.directcall.media.conference.store.ConferenceStore;
import io.directcall.media.conference.store.SessionHash;
import io.directcall.media.testing.BridgePorts;
import io.directcall.media.testing.Database;
import io.directcall.media.testing.GatewayTest;
import io.directcall.media.testing.TestBridge;
import io.directcall.media.testing.TestSession;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A bridge has what nobody knows of, or lacks what somebody needs. It is compared each second here. */
@QuarkusTest
@QuarkusTestResource(BridgePorts.class)
class ReconcilerTest extends GatewayTest {
    private static final Duration SEVERAL_COMPARISONS = Duration.ofSeconds(3);

    @Inject
    OwnedPartitions owned;

    @Inject
    ConferenceStore store;

    @Inject
    LaneContexts contexts;

    @Test
    void expiresTheConferenceOfASessionThatEnded() {
        // Given
        String pid = session.joinAndAnswer();
        session.end();
        await().until(() -> !TestBridge.has(pid));

        // When
        TestBridge.make(name("made-by-one-that-died"), pid);

        // Then
        await().until(() -> TestBridge.conferences(name("")).isEmpty());
    }

    @Test
    void expiresWhatIsLeftOfASessionThatIsNotKnown() {
        // When
        TestBridge.make(name("of-a-lost-commit"), TestSession.newParticipant());

        // Then
        await().until(() -> TestBridge.conferences(name("")).isEmpty());
    }

    @Test
    void expiresAnEndpointOfNobodyInARunningConference() {
        // Given
        String pid = session.joinAndAnswer();
        String conference = TestBridge.conferences(name("")).getFirst();
        String stray = TestSession.newParticipant();

        // When
        TestBridge.make(conference, stray);

        // Then
        await().until(() -> !TestBridge.has(stray));
        assertThat(TestBridge.has(pid)).isTrue();
    }

    @Test
    void makesALostEndpointAnew() {
        // Given
        session.joinAndAnswer();
        String pid = session.joinAndAnswer();

        // When
        TestBridge.expire(pid);

        // Then
        session.answer(session.offer(pid, offer -> offer.generation() == 2)).statusCode(202);
        await().until(() -> TestBridge.sources(pid).size() == 3);
    }

    @Test
    void leavesConferencesOfOthersAlone() {
        // Given
        String others = "other-installation~" + session.id() + "~1";
        TestBridge.make(others, TestSession.newParticipant());

        // When
        TestBridge.make(name("to-see-that-it-was-compared"), TestSession.newParticipant());
        await().until(() -> TestBridge.conferences(name("")).isEmpty());

        // Then
        assertThat(TestBridge.conferences(others)).hasSize(1);
    }

    @Test
    void leavesSessionsOfOtherReplicasAlone() {
        // Given
        OwnedPartitions.Assignment all = owned.current();
        Set<Integer> others = new HashSet<>(all.partitions());
        others.remove(SessionHash.partition(session.id(), all.count()));
        owned.assign(others, all.count());

        // When
        TestBridge.make(name("of-the-other-replica"), TestSession.newParticipant());

        // Then
        try {
            await().during(SEVERAL_COMPARISONS)
                    .until(() -> TestBridge.conferences(name("")).size() == 1);
        } finally {
            owned.assign(all.partitions(), all.count());
        }
        await().until(() -> TestBridge.conferences(name("")).isEmpty());
    }

    @Test
    void goesOnCountingAfterTheRowOfASettledConferenceWasRemoved() {
        // Given
        session.joinAndAnswer();
        session.end();
        await().until(() -> rows("conference", "and not live").equals("1"));
        int before = session.events().size();
        Database.execute("update conference set changed_at = changed_at - interval '25 hours' where session_id = '%s'"
                .formatted(session.id()));

        // When
        contexts.call("test", () -> store.removeSettled(Instant.now().minus(Duration.ofHours(24))))
                .await()
                .atMost(Duration.ofSeconds(10));

        // Then
        assertThat(rows("conference", "")).isEqualTo("0");
        assertThat(rows("session_numbers", "")).isEqualTo("1");
        session.offer(session.join(Role.PARTICIPANT), any -> true);
        List<MediaEvent> events = session.events();
        assertThat(events).hasSizeGreaterThan(before);
        assertThat(events)
                .extracting(MediaEvent::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
    }

    private String rows(String table, String condition) {
        return Database.read(
                "select count(*) from %s where session_id = '%s' %s".formatted(table, session.id(), condition));
    }

    private String name(String random) {
        return Database.read("select id from installation") + "~" + session.id() + "~" + random;
    }
}
