package io.directcall.media.conference;

import static io.directcall.contracts.media.TrackKind.AUDIO;
import static io.directcall.contracts.media.TrackKind.CAMERA;
import static io.directcall.contracts.media.TrackKind.SCREEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.media.MediaEvent.OfferReady;
import io.directcall.contracts.media.View.Tile;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Role;
import io.directcall.media.testing.BridgePorts;
import io.directcall.media.testing.GatewayTest;
import io.directcall.media.testing.MediaClient;
import io.directcall.media.testing.TestBridge;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What does not get through a real bridge, though clients go on sending it. */
@QuarkusTest
@QuarkusTestResource(BridgePorts.class)
class MediaControlTest extends GatewayTest {
    private final List<MediaClient> clients = new ArrayList<>();

    @AfterEach
    void hangUp() {
        clients.forEach(MediaClient::close);
        clients.clear();
    }

    @Test
    void nobodyHearsWhomAModeratorMutedUntilItUnmutes() {
        // Given
        MediaClient a = connect();
        MediaClient b = connect();
        b.awaitMedia(a, AUDIO);
        b.awaitMedia(a, CAMERA);

        // When
        session.update(a.id(), true, false, false, b.id());

        // Then
        awaitForceMute(a, true, false);
        assertThat(b.passes(a, AUDIO, a, CAMERA)).isZero();
        session.update(a.id(), false, false, false, a.id());
        b.awaitMedia(a, AUDIO);
    }

    @Test
    void nobodySeesTheCameraThatAModeratorPausedAndAllSeeTheScreen() {
        // Given
        MediaClient a = connect();
        MediaClient b = connect();
        b.awaitMedia(a, CAMERA);

        // When
        session.update(a.id(), false, true, false, b.id());

        // Then
        awaitForceMute(a, false, true);
        assertThat(b.passes(a, CAMERA, a, AUDIO)).isZero();
        assertThat(b.passes(a, SCREEN, a, AUDIO)).isZero();
        session.update(a.id(), false, true, true, a.id());
        b.awaitMedia(a, SCREEN);
        assertThat(b.passes(a, CAMERA, a, SCREEN)).isZero();
    }

    @Test
    void nothingGetsThroughThatATokenDoesNotAllow() {
        // Given
        MediaClient b = connect();

        // When
        MediaClient a = connect(session.join(Role.PARTICIPANT, Set.of(AUDIO, SCREEN)));

        // Then
        b.awaitMedia(a, SCREEN);
        assertThat(b.passes(a, CAMERA, a, SCREEN)).isZero();
        assertThat(TestBridge.sources(a.id())).containsExactlyInAnyOrder(a.id() + "-a0", a.id() + "-v1");
        OfferReady offer = session.offerWithTracks(b.id(), 2);
        assertThat(offer.tracks()).extracting(track -> track.kind()).containsExactlyInAnyOrder(AUDIO, SCREEN);
    }

    @Test
    void anAudioCallHasNoPicturesUntilItIsSwitchedAndNeedsNoOfferForThem() {
        // Given
        session.start(CallType.AUDIO);
        MediaClient a = connect();
        MediaClient b = connect();
        b.awaitMedia(a, AUDIO);
        assertThat(b.passes(a, CAMERA, a, AUDIO)).isZero();
        assertThat(constraints(b)).containsEntry("lastN", 0);
        int offers = session.offers(b.id()).size();

        // When
        session.switchToVideo();

        // Then
        b.awaitMedia(a, CAMERA);
        a.awaitMedia(b, CAMERA);
        assertThat(session.offers(b.id()))
                .allMatch(offer -> offer.generation() == 1)
                .hasSize(offers);
    }

    @Test
    void aMuteOutlivesTheBridge() {
        // Given
        MediaClient a = connect();
        session.update(a.id(), true, false, false, null);
        awaitForceMute(a, true, false);

        // When
        TestBridge.stop();
        TestBridge.start();

        // Then
        session.answer(session.offer(a.id(), offer -> offer.generation() == 2)).statusCode(202);
        awaitForceMute(a, true, false);
    }

    @Test
    void theBridgeSendsWhatTheClientShows() {
        // Given
        MediaClient a = connect();
        MediaClient b = connect();
        b.awaitMedia(a, CAMERA);

        // When
        session.view(b.id(), 0, new Tile(a.id(), SCREEN, 1080), new Tile(a.id(), CAMERA, 0))
                .statusCode(202);

        // Then
        await().untilAsserted(() -> assertThat(constraints(b))
                .containsEntry("defaultMaxHeight", 0)
                .containsEntry("preferred", List.of(a.id() + "-v1"))
                .containsEntry("maxHeights", Map.of(a.id() + "-v0", 0, a.id() + "-v1", 1080)));
        b.awaitMedia(a, SCREEN);
        assertThat(b.passes(a, CAMERA, a, SCREEN)).isZero();
    }

    @Test
    void theViewOutlivesTheEndpoint() {
        // Given
        MediaClient a = connect();
        session.view(a.id(), 90).statusCode(202);
        await().untilAsserted(() -> assertThat(constraints(a)).containsEntry("defaultMaxHeight", 90));

        // When
        session.restart(a.id()).statusCode(202);

        // Then
        session.offer(a.id(), offer -> offer.generation() == 2);
        await().untilAsserted(() -> assertThat(constraints(a)).containsEntry("defaultMaxHeight", 90));
    }

    private MediaClient connect() {
        return connect(session.join(Role.PARTICIPANT));
    }

    private MediaClient connect(String participantId) {
        MediaClient client = MediaClient.connect(session, participantId);
        clients.add(client);
        return client;
    }

    private static void awaitForceMute(MediaClient client, boolean audio, boolean video) {
        await().untilAsserted(() -> assertThat(TestBridge.endpoint(client.id()))
                .containsEntry("forceMute", Map.of("audio", audio, "video", video)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> constraints(MediaClient client) {
        return (Map<String, Object>) TestBridge.endpoint(client.id()).getOrDefault("constraints", Map.of());
    }
}
