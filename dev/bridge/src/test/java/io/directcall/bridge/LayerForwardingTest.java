package io.directcall.bridge;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.json;
import static io.directcall.bridge.layers.Vp8Packets.frame;
import static io.directcall.bridge.layers.Vp8Packets.keyFrame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.bridge.client.TestChannel;
import io.directcall.bridge.layers.Vp8Packets;
import io.directcall.bridge.rtcp.RtcpMessages;
import io.directcall.bridge.rtcp.RtcpPacket;
import io.directcall.bridge.rtp.Packet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A camera in two sizes: each receiver gets one of them. */
class LayerForwardingTest extends TwoClients {
    private static final int SMALL = 21;
    private static final int LARGE = 22;
    private static final String CAMERA =
            "{'id':'alice','sources':[{'type':'video','id':'alice-v0','sources':[{'ssrc':21,'name':'alice-v0'},"
                    + "{'ssrc':22,'name':'alice-v0'},{'ssrc':31,'name':'alice-v0'},{'ssrc':32,'name':'alice-v0'}],"
                    + "'ssrc-groups':[{'semantics':'SIM','sources':[21,22]},{'semantics':'FID','sources':[21,31]},"
                    + "{'semantics':'FID','sources':[22,32]}]}]}";
    private static final String WANT =
            "{'colibriClass':'ReceiverVideoConstraints','defaultConstraints':{'maxHeight':%d}}";

    private final Map<Integer, Integer> sequences = new HashMap<>(Map.of(SMALL, 0, LARGE, 499));

    @BeforeEach
    void signalLayers() {
        assertThat(bridge.patch(meeting, endpoints(json(CAMERA))).status()).isEqualTo(200);
    }

    @Test
    void sendsTheLayerThatFits() {
        try (TestChannel channel = seeAll()) {
            // Given
            channel.send(WANT.formatted(360));
            changeTo(SMALL);

            // When
            changeTo(LARGE);
            sendFrame(SMALL);
            sendFrame(LARGE);

            // Then
            awaitNewest(LARGE);
            assertThat(bob.rtp()).extracting(Packet::ssrc).containsOnly(SMALL);
            assertThat(bob.rtp()).extracting(Vp8Packets::layer).isSorted();
            assertThatNumbersGoOn();
        }
    }

    @Test
    void goesBackToTheSmallLayerForASmallTile() {
        try (TestChannel channel = seeAll()) {
            // Given
            changeTo(SMALL);
            changeTo(LARGE);

            // When
            channel.send(WANT.formatted(180));
            changeTo(SMALL);

            // Then
            assertThatNumbersGoOn();
        }
    }

    @Test
    void answersNacksUnderTheNumbersThatTheReceiverKnows() {
        try (TestChannel channel = seeAll()) {
            // Given
            changeTo(SMALL);
            changeTo(LARGE);
            int known = newest().sequenceNumber();

            // When
            bob.sendRtcp(RtcpMessages.nack(1, SMALL, List.of(known, known + 50)));

            // Then
            await().untilAsserted(() -> assertThat(resent()).isEqualTo(1));
            await().untilAsserted(() -> assertThat(alice.rtcp())
                    .filteredOn(packet -> packet.type() == RtcpPacket.TRANSPORT_FEEDBACK && packet.count() == 1)
                    .anySatisfy(packet -> {
                        assertThat(packet.int32(8)).isEqualTo(LARGE);
                        assertThat(RtcpMessages.nacked(packet)).containsExactly(sequences.get(LARGE) + 50);
                    }));
            assertThat(channel.closed()).isNotDone();
        }
    }

    @Test
    void passesKeyFrameRequestsToTheLayerThatIsSent() {
        try (TestChannel channel = seeAll()) {
            // Given
            changeTo(SMALL);
            changeTo(LARGE);
            long asked = keyFramesAsked(LARGE);

            // When
            bob.sendRtcp(RtcpMessages.pictureLoss(1, SMALL));

            // Then
            await().until(() -> keyFramesAsked(LARGE) > asked);
            assertThat(channel.closed()).isNotDone();
        }
    }

    private void sendKeyFrame(int ssrc) {
        int sequence = sequences.merge(ssrc, 1, Integer::sum);
        alice.sendRtp(keyFrame(ssrc, sequence, sequence, sequence));
    }

    private void sendFrame(int ssrc) {
        int sequence = sequences.merge(ssrc, 1, Integer::sum);
        alice.sendRtp(frame(ssrc, sequence, sequence, sequence));
    }

    /** Sends key frames of a layer until the receiver gets them, and waits for the last of them. */
    private void changeTo(int ssrc) {
        await().until(() -> {
            sendKeyFrame(ssrc);
            return !bob.rtp().isEmpty() && Vp8Packets.layer(newest()) == ssrc;
        });
        awaitNewest(ssrc);
    }

    /** Waits until the receiver has got the newest packet of a layer. */
    private void awaitNewest(int ssrc) {
        await().until(() -> Vp8Packets.was(newest(), ssrc, sequences.get(ssrc)));
    }

    private Packet newest() {
        return bob.rtp().getLast();
    }

    private void assertThatNumbersGoOn() {
        List<Integer> numbers = bob.rtp().stream().map(Packet::sequenceNumber).toList();
        int first = numbers.getFirst();
        assertThat(numbers)
                .isEqualTo(
                        IntStream.range(first, first + numbers.size()).boxed().toList());
    }

    private long keyFramesAsked(int ssrc) {
        return alice.rtcp().stream()
                .flatMap(packet -> RtcpMessages.keyFramesAsked(packet).stream())
                .filter(asked -> asked == ssrc)
                .count();
    }
}
