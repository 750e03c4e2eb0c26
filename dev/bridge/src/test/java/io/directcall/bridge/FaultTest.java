package io.directcall.bridge;

import static io.directcall.bridge.client.Requests.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.client.ColibriClient.Answer;
import io.directcall.bridge.client.TestChannel;
import io.directcall.bridge.rtp.Packet;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults on demand. */
class FaultTest extends TwoClients {
    private final AtomicInteger sequence = new AtomicInteger();

    private Answer fault(String body) {
        return bridge.send("POST", "/debug/fault", json(body).toString(), "application/json");
    }

    @AfterEach
    void mend() {
        fault("{'udp':'on','http':'on','downlinkKbps':0}");
    }

    /** Sent again and again, as real media is. */
    private void awaitSound() {
        int before = bob.rtp().size();
        await().untilAsserted(() -> {
            alice.sendRtp(audio(sequence.incrementAndGet()));
            assertThat(bob.rtp()).hasSizeGreaterThan(before);
        });
    }

    @Test
    void losesAllMediaWhileHttpLives() {
        // Given
        awaitSound();
        double droppedBefore = dropped();

        // When
        fault("{'udp':'off'}");

        // Then
        alice.sendRtp(audio(sequence.incrementAndGet()));
        await().untilAsserted(() -> assertThat(dropped()).isGreaterThan(droppedBefore));
        assertThat(bridge.get("/about/health").status()).isEqualTo(200);
        assertThat(bob.rtp()).extracting(Packet::sequenceNumber).doesNotContain(sequence.get());
        fault("{'udp':'on'}");
        awaitSound();
    }

    private double dropped() {
        return bridge.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("jitsi_jvb_packets_dropped_total "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ", 2)[1]))
                .sum();
    }

    @Test
    void answersNothingWhileItHangs() {
        // Given
        fault("{'http':'hang'}");
        HttpRequest request = HttpRequest.newBuilder(uri("/about/health"))
                .timeout(Duration.ofMillis(300))
                .build();

        // When
        var asked = assertThatThrownBy(() -> bridge.http().send(request, HttpResponse.BodyHandlers.ofString()));

        // Then
        asked.isInstanceOf(HttpTimeoutException.class);
        awaitSound();
        assertThat(fault("{'http':'on'}").status()).isEqualTo(200);
        assertThat(bridge.get("/about/health").status()).isEqualTo(200);
    }

    @Test
    void tellsTheReceiverOfANarrowNetwork() {
        // Given
        fault("{'downlinkKbps':250}");

        // When
        try (TestChannel channel = TestChannel.open(bridge.http(), bobChannel)) {
            JsonNode stats = channel.await("ConnectionStats", Duration.ofSeconds(15));

            // Then
            assertThat(stats.path("estimatedDownlinkBandwidth").asLong()).isEqualTo(250_000);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'udp':'dead'}",
                "{'http':'off'}",
                "{'downlinkKbps':-1}",
                "{'downlinkKbps':'x'}",
                "{'upd':'off'}"
            })
    void refusesWhatItCannotPlay(String body) {
        // When
        Answer answer = fault(body);

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(bridge.get("/debug/fault").json()).isEqualTo(json("{'udp':'on','http':'on','downlinkKbps':0}"));
    }
}
