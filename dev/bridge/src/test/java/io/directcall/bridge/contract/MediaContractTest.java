package io.directcall.bridge.contract;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.forceMute;
import static io.directcall.bridge.client.Requests.json;
import static io.directcall.bridge.client.Requests.newEndpoint;
import static io.directcall.bridge.client.Requests.object;
import static io.directcall.bridge.client.Requests.sources;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.client.ColibriClient;
import io.directcall.bridge.client.TestCall;
import io.directcall.bridge.client.TestChannel;
import io.directcall.bridge.client.Track;
import io.directcall.bridge.rtcp.RtcpPacket;
import io.directcall.bridge.rtp.Packet;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway relies on in what becomes of media: signalled sources flow, what was taken away or muted does not. */
class MediaContractTest {
    private static final int TRANSPORT_WIDE = 15;

    private final ColibriClient bridge = new ColibriClient(BridgeUnderTest.uri());
    private TestCall call;

    @BeforeEach
    void connect() throws IOException {
        call = new TestCall(bridge);
    }

    @AfterEach
    void end() {
        call.close();
    }

    /** A channel that asks for all video. */
    private TestChannel seeAll() {
        TestChannel channel = call.openBobsChannel();
        channel.send("{'colibriClass':'ReceiverVideoConstraints','lastN':-1,'defaultConstraints':{'maxHeight':720}}");
        return channel;
    }

    @Test
    void forwardsAudioUnderItsOwnSsrcAndPayloadType() {
        // Given
        call.change(sources("alice", Track.AUDIO));

        // When
        Packet got = call.awaitArrives(Track.AUDIO);

        // Then
        assertThat(got.ssrc()).isEqualTo(Track.AUDIO.ssrc());
        assertThat(got.payloadType()).isEqualTo(Track.AUDIO.payloadType());
    }

    @Test
    void tellsTheSenderWhatArrived() {
        // Given
        call.change(sources("alice", Track.AUDIO));

        // When
        call.awaitArrives(Track.AUDIO);

        // Then
        await().atMost(BridgeUnderTest.PATIENCE)
                .untilAsserted(() -> assertThat(call.alice().rtcp())
                        .anyMatch(packet ->
                                packet.type() == RtcpPacket.TRANSPORT_FEEDBACK && packet.count() == TRANSPORT_WIDE));
    }

    @Test
    void holdsBackWhatWasNotSignalled() {
        // Given
        call.change(sources("alice", Track.AUDIO));
        try (TestChannel channel = seeAll()) {

            // When
            call.awaitHeldBack(Track.CAMERA);

            // Then
            call.awaitArrives(Track.AUDIO);
            assertThat(call.bob().rtp()).extracting(Packet::ssrc).containsOnly(Track.AUDIO.ssrc());
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void takesANewListOfSourcesForTheWholeOfThem() {
        // Given
        call.change(sources("alice", Track.AUDIO, Track.CAMERA));
        try (TestChannel channel = seeAll()) {
            call.awaitArrives(Track.CAMERA);

            // When
            call.change(sources("alice", Track.AUDIO));

            // Then
            call.awaitHeldBack(Track.CAMERA);
            call.awaitArrives(Track.AUDIO);
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void stopsAllMediaWhenTheListOfSourcesIsEmpty() {
        // Given
        call.change(sources("alice", Track.AUDIO));
        call.awaitArrives(Track.AUDIO);

        // When
        call.change(json("{'id':'alice','sources':[]}"));

        // Then
        call.awaitHeldBack(Track.AUDIO);
    }

    @Test
    void forwardsAScreenBesideTheCamera() {
        // Given
        call.change(sources("alice", Track.AUDIO, Track.CAMERA));
        try (TestChannel channel = seeAll()) {
            call.awaitArrives(Track.CAMERA);

            // When
            call.change(sources("alice", Track.AUDIO, Track.CAMERA, Track.SCREEN));

            // Then
            call.awaitArrives(Track.SCREEN);
            call.awaitArrives(Track.CAMERA);
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void mutesAndUnmutesAudioByForce() {
        // Given
        call.change(sources("alice", Track.AUDIO, Track.CAMERA));
        try (TestChannel channel = seeAll()) {
            call.awaitArrives(Track.AUDIO);

            // When
            call.change(forceMute("alice", true, false));

            // Then
            call.awaitHeldBack(Track.AUDIO);
            call.awaitArrives(Track.CAMERA);
            call.change(forceMute("alice", false, false));
            call.awaitArrives(Track.AUDIO);
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void mutesAndUnmutesVideoByForce() {
        // Given
        call.change(sources("alice", Track.AUDIO, Track.CAMERA));
        try (TestChannel channel = seeAll()) {
            call.awaitArrives(Track.CAMERA);

            // When
            call.change(forceMute("alice", false, true));

            // Then
            call.awaitHeldBack(Track.CAMERA);
            call.awaitArrives(Track.AUDIO);
            call.change(forceMute("alice", false, false));
            call.awaitArrives(Track.CAMERA);
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void mutesSeveralByForceInOneRequest() {
        // Given
        call.change(sources("alice", Track.AUDIO));
        call.awaitArrives(Track.AUDIO);

        // When
        call.change(forceMute("alice", true, true), forceMute("bob", true, true));

        // Then
        call.awaitHeldBack(Track.AUDIO);
    }

    @Test
    void keepsAForceMuteWhenSourcesAreSignalledAnew() {
        // Given
        call.change(forceMute("alice", true, true));

        // When
        call.change(sources("alice", Track.AUDIO));

        // Then
        call.awaitHeldBack(Track.AUDIO);
        call.change(forceMute("alice", false, false));
        call.awaitArrives(Track.AUDIO);
    }

    @Test
    void namesTheDominantSpeaker() {
        // Given
        call.change(sources("alice", Track.AUDIO));
        AtomicReference<JsonNode> event = new AtomicReference<>();
        try (TestChannel channel = call.openBobsChannel()) {

            // When
            await().atMost(BridgeUnderTest.PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        call.send(Track.AUDIO);
                        Optional<JsonNode> named = channel.poll("DominantSpeakerEndpointChangeEvent");
                        named.ifPresent(event::set);
                        return named.isPresent();
                    });

            // Then
            assertThat(event.get().path("dominantSpeakerEndpoint").asText()).isEqualTo("alice");
            assertThat(event.get().path("previousSpeakers").isArray()).isTrue();
            assertThat(event.get().path("silence").booleanValue()).isFalse();
        }
    }

    @Test
    void tellsOthersWhoFellSilentAndWhoIsBack() {
        // Given
        call.change(sources("alice", Track.AUDIO));
        call.awaitArrives(Track.AUDIO);
        try (TestChannel channel = call.openBobsChannel()) {

            // When
            call.alice().away(true);

            // Then
            BridgeUnderTest.awaitStatus(channel, "alice", false);
            call.alice().away(false);
            call.awaitArrives(Track.AUDIO);
            BridgeUnderTest.awaitStatus(channel, "alice", true);
        }
    }

    @Test
    void connectsAnEndpointThatTookThePlaceOfAnother() throws IOException {
        // Given: what a reload of the page comes to
        call.change(object().put("id", "bob").put("expire", true));
        ColibriClient.Answer fresh = bridge.patch(call.meeting(), endpoints(newEndpoint("bob")));
        call.change(sources("alice", Track.AUDIO));

        // When
        try (var bobAgain = TestCall.connect(bridge, call.meeting(), "bob", fresh)) {

            // Then
            await().atMost(BridgeUnderTest.PATIENCE).untilAsserted(() -> {
                call.send(Track.AUDIO);
                assertThat(bobAgain.rtp()).isNotEmpty();
            });
            assertThat(call.bob().rtp()).isEmpty();
        }
    }
}
