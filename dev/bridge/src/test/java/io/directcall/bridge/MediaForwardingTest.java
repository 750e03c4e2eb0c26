package io.directcall.bridge;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.expired;
import static io.directcall.bridge.client.Requests.json;
import static io.directcall.bridge.client.Requests.newConference;
import static io.directcall.bridge.client.Requests.newEndpoint;
import static io.directcall.bridge.client.Requests.newMeeting;
import static io.directcall.bridge.client.Requests.object;
import static io.directcall.bridge.client.Requests.sources;
import static io.directcall.bridge.client.Requests.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.client.ColibriClient;
import io.directcall.bridge.client.ColibriClient.Answer;
import io.directcall.bridge.client.TestBrowser;
import io.directcall.bridge.client.TestChannel;
import io.directcall.bridge.rtcp.RtcpMessages;
import io.directcall.bridge.rtcp.RtcpPacket;
import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Packets;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Media of two clients over UDP through a whole bridge. */
class MediaForwardingTest {
    private static final int AUDIO = 11;
    private static final int VIDEO = 12;
    private static final int RTX = 13;
    private static final byte[] LOUD = {0x10, 0x05, 0x51, 0, 1, 0, 0, 0};
    private static final String SEE_ALL =
            "{'colibriClass':'ReceiverVideoConstraints','defaultConstraints':{'maxHeight':720}}";
    private static DevBridge server;

    private final ColibriClient bridge = new ColibriClient(server.httpUri());
    private final String meeting = newMeeting();
    private TestBrowser alice;
    private TestBrowser bob;
    private URI bobChannel;

    @BeforeAll
    static void start() throws IOException {
        server = DevBridge.startDefault();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connectTwo() throws IOException {
        Answer first = bridge.create(newConference(meeting, newEndpoint("alice")));
        Answer second = bridge.patch(meeting, endpoints(newEndpoint("bob")));
        bobChannel = second.channel();
        alice = join("alice", first.transport());
        bob = join("bob", second.transport());
        assertThat(bridge.patch(meeting, endpoints(sources("alice", AUDIO, VIDEO, RTX)))
                        .status())
                .isEqualTo(200);
    }

    private TestBrowser join(String id, JsonNode description) throws IOException {
        TestBrowser browser = new TestBrowser(description);
        bridge.patch(
                meeting,
                endpoints(transport(
                        id,
                        browser.credentials().fragment(),
                        browser.credentials().password(),
                        browser.fingerprint())));
        return browser.connect();
    }

    @AfterEach
    void leave() {
        alice.close();
        bob.close();
        bridge.patch(meeting, object().put("expire", true));
    }

    private static Packet audio(int sequence) {
        return Packets.rtp(111, sequence, AUDIO, 0xBEDE, LOUD, new byte[] {1, 2, 3});
    }

    private static Packet video(int sequence) {
        return Packets.rtp(100, sequence, VIDEO, (byte) 7, (byte) sequence);
    }

    private TestChannel seeAll() {
        TestChannel channel = TestChannel.open(bridge.http(), bobChannel);
        channel.send(SEE_ALL);
        assertThat(channel.await("ForwardedSources", Duration.ofSeconds(5))
                        .path("forwardedSources")
                        .path(0)
                        .asText())
                .isEqualTo("alice-v0");
        return channel;
    }

    private JsonNode debug(String id) {
        for (JsonNode conference : bridge.get("/debug/conferences").json().path("conferences")) {
            for (JsonNode endpoint : conference.path("endpoints")) {
                if (conference.path("meetingId").asText().equals(meeting)
                        && endpoint.path("id").asText().equals(id)) {
                    return endpoint;
                }
            }
        }
        throw new AssertionError("no endpoint " + id);
    }

    /** Waits until the bridge has handled that many packets of alice. */
    private void awaitPacketsOfAlice(int count) {
        await().untilAsserted(() ->
                assertThat(debug("alice").path("packetsIn").asInt()).isGreaterThanOrEqualTo(count));
    }

    @Test
    void forwardsAudioWithoutAChannel() {
        // When
        alice.sendRtp(audio(1));

        // Then
        await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));
        Packet got = bob.rtp().get(0);
        assertThat(got.ssrc()).isEqualTo(AUDIO);
        assertThat(got.payloadLength()).isEqualTo(3);
    }

    @Test
    void forwardsNoVideoBeforeConstraintsArrive() {
        // When
        alice.sendRtp(video(1));
        alice.sendRtp(audio(1));

        // Then
        await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));
        assertThat(bob.rtp().get(0).ssrc()).isEqualTo(AUDIO);
    }

    @Test
    void forwardsVideoAsConstrained() {
        // Given
        try (TestChannel channel = seeAll()) {
            alice.sendRtp(video(1));
            await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));

            // When
            channel.send("{'colibriClass':'ReceiverVideoConstraints','constraints':{'alice-v0':{'maxHeight':0}}}");

            // Then
            await().untilAsserted(
                            () -> assertThat(debug("bob").path("forwarded")).isEmpty());
            alice.sendRtp(video(2));
            alice.sendRtp(audio(1));
            await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(2));
            assertThat(bob.rtp()).extracting(Packet::ssrc).containsExactly(VIDEO, AUDIO);
        }
    }

    @Test
    void asksForAKeyframeWhenAReceiverWantsTheSource() {
        // When
        try (TestChannel channel = seeAll()) {

            // Then
            await().untilAsserted(() -> assertThat(alice.rtcp())
                    .anySatisfy(packet ->
                            assertThat(RtcpMessages.keyFramesAsked(packet)).containsExactly(VIDEO)));
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void dropsWhatWasNotSignalled() {
        // Given
        alice.sendRtp(Packets.rtp(111, 1, 99, (byte) 1));

        // When
        alice.sendRtp(audio(1));

        // Then
        await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));
        assertThat(bob.rtp().get(0).ssrc()).isEqualTo(AUDIO);
        assertThat(debug("alice").path("packetsUnsignalled").asInt()).isEqualTo(1);
    }

    @Test
    void stopsForwardingWhenTheSourcesAreTakenAway() {
        // Given
        alice.sendRtp(audio(1));
        await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));

        // When
        bridge.patch(meeting, endpoints(json("{'id':'alice','sources':[]}")));

        // Then
        alice.sendRtp(audio(2));
        awaitPacketsOfAlice(2);
        assertThat(bob.rtp()).hasSize(1);
    }

    @Test
    void mutesByForce() {
        // Given
        bridge.patch(meeting, endpoints(json("{'id':'alice','force-mute':{'audio':true}}")));
        alice.sendRtp(audio(1));
        awaitPacketsOfAlice(1);

        // When
        bridge.patch(meeting, endpoints(json("{'id':'alice','force-mute':{'audio':false,'video':false}}")));

        // Then
        alice.sendRtp(audio(2));
        await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));
        assertThat(bob.rtp().get(0).sequenceNumber()).isEqualTo(2);
    }

    @Test
    void answersNacksFromItsCache() {
        // Given
        try (TestChannel channel = seeAll()) {
            for (int i = 1; i <= 20; i++) {
                alice.sendRtp(video(i));
            }
            await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(20));

            // When
            bob.sendRtcp(RtcpMessages.nack(1, VIDEO, List.of(5)));

            // Then: a browser that did get it takes the second for a replay, so the bridge's count must do
            await().untilAsserted(() -> assertThat(resent()).isEqualTo(1));
            assertThat(channel.closed()).isNotDone();
        }
    }

    private int resent() {
        for (JsonNode conference : bridge.get("/debug/conferences").json().path("conferences")) {
            if (conference.path("meetingId").asText().equals(meeting)) {
                return conference.path("packetsResent").asInt();
            }
        }
        return 0;
    }

    @Test
    void asksTheSenderForWhatItLacksItself() {
        // Given
        try (TestChannel channel = seeAll()) {
            alice.sendRtp(video(1));
            await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));

            // When
            bob.sendRtcp(RtcpMessages.nack(1, VIDEO, List.of(300)));

            // Then
            await().untilAsserted(() -> assertThat(alice.rtcp())
                    .anySatisfy(
                            packet -> assertThat(RtcpMessages.nacked(packet)).containsExactly(300)));
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void restoresPacketsFromRetransmissions() {
        // Given
        try (TestChannel channel = seeAll()) {
            alice.sendRtp(video(1));
            await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));

            // When: sequence number 2 comes as a retransmission, 1 comes again as a probe
            alice.sendRtp(Packets.rtp(96, 500, RTX, (byte) 0, (byte) 1, (byte) 7, (byte) 1));
            alice.sendRtp(Packets.rtp(96, 501, RTX, (byte) 0, (byte) 2, (byte) 7, (byte) 2));

            // Then
            await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(2));
            assertThat(bob.rtp().get(1).toByteArray()).endsWith(7, 2);
            assertThat(bob.rtp().get(1).ssrc()).isEqualTo(VIDEO);
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void givesCongestionFeedbackAndReports() {
        // When
        alice.sendRtp(audio(1));

        // Then
        await().untilAsserted(() -> assertThat(alice.rtcp())
                .anyMatch(packet -> packet.type() == RtcpPacket.TRANSPORT_FEEDBACK && packet.count() == 15)
                .anyMatch(packet -> packet.type() == RtcpPacket.RECEIVER_REPORT && packet.count() == 1));
    }

    @Test
    void namesTheDominantSpeaker() {
        // Given
        try (TestChannel channel = TestChannel.open(bridge.http(), bobChannel)) {

            // When
            for (int i = 1; i <= 100; i++) {
                alice.sendRtp(audio(i));
            }

            // Then
            JsonNode event = channel.await("DominantSpeakerEndpointChangeEvent", Duration.ofSeconds(10));
            assertThat(event.path("dominantSpeakerEndpoint").asText()).isEqualTo("alice");
            assertThat(event.path("previousSpeakers").isArray()).isTrue();
            assertThat(event.path("silence").booleanValue()).isFalse();
        }
    }

    @Test
    void isNotDisturbedByJunk() {
        // Given
        Random random = new Random(11);
        for (int i = 0; i < 5000; i++) {
            byte[] junk = new byte[random.nextInt(300)];
            random.nextBytes(junk);
            if (junk.length > 1 && i % 2 == 0) {
                junk[0] = (byte) (0x80 | (junk[0] & 0x3F)); // like RTP or RTCP
            }
            alice.send(junk);
        }

        // When
        alice.sendRtp(audio(1));

        // Then
        await().untilAsserted(() -> assertThat(bob.rtp()).hasSize(1));
        assertThat(bridge.get("/about/health").status()).isEqualTo(200);
    }

    @Test
    void stopsSendingToWhoExpired() {
        // When
        bridge.patch(meeting, endpoints(expired("bob")));

        // Then
        alice.sendRtp(audio(1));
        awaitPacketsOfAlice(1);
        assertThat(bob.rtp()).isEmpty();
    }
}
