package io.directcall.media.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.media.MediaEvent.MediaWaiting;
import io.directcall.contracts.media.MediaEvent.OfferReady;
import io.directcall.contracts.media.RemoteTrack;
import io.directcall.contracts.session.Role;
import io.directcall.media.testing.BridgePorts;
import io.directcall.media.testing.GatewayTest;
import io.directcall.media.testing.TestBridge;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** From a join to media that a bridge would forward, with a real bridge. */
@QuarkusTest
@QuarkusTestResource(BridgePorts.class)
class NegotiationTest extends GatewayTest {
    @Test
    void offersToOneWhoJoins() {
        // When
        String pid = session.join(Role.PARTICIPANT);

        // Then
        OfferReady offer = session.offer(pid, any -> true);
        assertThat(offer.revision()).isEqualTo(1);
        assertThat(offer.sdp()).contains("a=candidate:").contains("a=group:BUNDLE 0 1 2\r\n");
        assertThat(offer.uid()).isEqualTo("uid-" + pid);
        await().until(() -> TestBridge.hasChannel(pid));
    }

    @Test
    void tellsTheBridgeWhatTheClientSends() {
        // When
        String pid = session.joinAndAnswer();

        // Then
        await().untilAsserted(() ->
                assertThat(TestBridge.sources(pid)).containsExactlyInAnyOrder(pid + "-a0", pid + "-v0", pid + "-v1"));
    }

    @Test
    void bringsThreeTogetherAndReusesTheLinesOfOneWhoLeaves() {
        // Given
        String a = session.joinAndAnswer();
        String b = session.joinAndAnswer();
        session.answer(session.offerWithTracks(a, 3)).statusCode(202);
        String c = session.joinAndAnswer();
        session.answer(session.offerWithTracks(a, 6)).statusCode(202);

        // When
        session.leave(b);

        // Then
        OfferReady without = session.offer(a, offer -> offer.revision() == 4);
        assertThat(without.tracks()).extracting(RemoteTrack::participantId).containsOnly(c);
        await().until(() -> !TestBridge.has(b));
        session.answer(without).statusCode(202);
        String d = session.joinAndAnswer();
        OfferReady reused = session.offer(a, offer -> offer.revision() == 5);
        assertThat(reused.sdp().split("m=audio|m=video", -1)).hasSize(3 + 6 + 1);
        assertThat(reused.tracks()).extracting(RemoteTrack::participantId).contains(c, d);
    }

    @Test
    void givesAViewerTheOthersOnly() {
        // Given
        String a = session.joinAndAnswer();
        await().until(() -> TestBridge.sources(a).size() == 3);

        // When
        String viewer = session.join(Role.VIEWER);

        // Then
        OfferReady offer = session.offer(viewer, any -> true);
        assertThat(offer.tracks())
                .hasSize(3)
                .first()
                .extracting(RemoteTrack::mid)
                .isEqualTo("0");
        session.answer(offer).statusCode(202);
        assertThat(TestBridge.sources(viewer)).isEmpty();
    }

    @Test
    void expiresAllWhenTheSessionEndsAndBeginsAnew() {
        // Given
        String a = session.joinAndAnswer();
        session.end();
        await().until(() -> !TestBridge.has(a));

        // When
        String b = session.join(Role.PARTICIPANT);

        // Then
        assertThat(session.offer(b, any -> true).tracks()).isEmpty();
        assertThat(session.events())
                .extracting(MediaEvent::seq)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, session.events().size())
                                .boxed()
                                .toList());
    }

    @Test
    void givesAFreshEndpointToOneWhoRestarts() {
        // Given
        String a = session.joinAndAnswer();
        String b = session.joinAndAnswer();
        OfferReady first = session.offers(a).getFirst();

        // When
        session.restart(a).statusCode(202);

        // Then
        OfferReady again = session.offer(a, offer -> offer.generation() == 2);
        assertThat(again.tracks()).extracting(RemoteTrack::participantId).contains(b);
        assertThat(ufrag(again)).isNotEqualTo(ufrag(first));
        session.answer(again).statusCode(202);
        await().until(() -> TestBridge.sources(a).size() == 3);
    }

    @Test
    void waitsForABridgeAndOffersWhenThereIsOne() {
        // Given
        TestBridge.stop();
        String pid = session.join(Role.PARTICIPANT);
        await().until(() -> session.events(MediaWaiting.class).size() == 1);

        // When
        TestBridge.start();

        // Then
        assertThat(session.offer(pid, any -> true).revision()).isEqualTo(1);
        assertThat(session.events(MediaWaiting.class)).hasSize(1);
    }

    @Test
    void rebuildsTheConferenceOnABridgeThatRestarted() {
        // Given
        String a = session.joinAndAnswer();
        String b = session.joinAndAnswer();
        await().until(() -> TestBridge.sources(b).size() == 3);

        // When
        TestBridge.stop();
        TestBridge.start();

        // Then
        session.answer(session.offer(a, offer -> offer.generation() == 2)).statusCode(202);
        session.answer(session.offer(b, offer -> offer.generation() == 2)).statusCode(202);
        await().until(() ->
                TestBridge.sources(a).size() == 3 && TestBridge.sources(b).size() == 3);
    }

    @Test
    void takesAnEndpointAsConnectedAfterAWhileWithoutComplaint() {
        // When
        String pid = session.joinAndAnswer();

        // Then
        await().untilAsserted(() -> assertThat(session.events(MediaEvent.EndpointConnected.class))
                .singleElement()
                .extracting(MediaEvent.EndpointConnected::participantId)
                .isEqualTo(pid));
    }

    @Test
    void makesAnEndpointAnewThatTheBridgeDroppedBeforeTheAnswer() {
        // Given
        session.joinAndAnswer();
        String b = session.join(Role.PARTICIPANT);
        OfferReady offer = session.offer(b, any -> true);
        TestBridge.expire(b);

        // When
        session.answer(offer).statusCode(202);

        // Then
        session.answer(session.offer(b, again -> again.generation() == 2)).statusCode(202);
        await().until(() -> TestBridge.sources(b).size() == 3);
    }

    @Test
    void tellsOnceOfOneWhomTheBridgeDoesNotHear() {
        // Given
        String a = session.joinAndAnswer();
        session.joinAndAnswer();

        // When
        await().atMost(Duration.ofSeconds(20))
                .until(() -> session.events(MediaEvent.EndpointLost.class).size() == 2);

        // Then
        assertThat(session.events(MediaEvent.EndpointLost.class))
                .extracting(MediaEvent.EndpointLost::participantId)
                .contains(a)
                .doesNotHaveDuplicates();
    }

    private static String ufrag(OfferReady offer) {
        return offer.sdp()
                .lines()
                .filter(line -> line.startsWith("a=ice-ufrag:"))
                .findFirst()
                .orElseThrow();
    }
}
