package io.directcall.bridge;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.expired;
import static io.directcall.bridge.client.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.client.TestChannel;
import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Packets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who gets which media. */
class MediaForwardingTest extends TwoClients {
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

        // When: again and again, since the junk may have filled the socket's buffer
        AtomicInteger sequence = new AtomicInteger();
        await().untilAsserted(() -> {
            alice.sendRtp(audio(sequence.incrementAndGet()));
            assertThat(bob.rtp()).isNotEmpty();
        });

        // Then
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
