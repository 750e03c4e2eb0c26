package io.directcall.bridge;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.newConference;
import static io.directcall.bridge.client.Requests.newEndpoint;
import static io.directcall.bridge.client.Requests.newMeeting;
import static io.directcall.bridge.client.Requests.object;
import static io.directcall.bridge.client.Requests.sources;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.bridge.client.ColibriClient;
import io.directcall.bridge.client.ColibriClient.Answer;
import io.directcall.bridge.client.TestBrowser;
import io.directcall.bridge.client.TestCall;
import io.directcall.bridge.client.TestChannel;
import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Packets;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Two clients, connected by a whole bridge over UDP; the first one sends. */
abstract class TwoClients {
    static final int AUDIO = 11;
    static final int VIDEO = 12;
    static final int RTX = 13;
    private static final byte[] LOUD = {0x10, 0x05, 0x51, 0, 1, 0, 0, 0};
    private static final String SEE_ALL =
            "{'colibriClass':'ReceiverVideoConstraints','defaultConstraints':{'maxHeight':720}}";
    private static DevBridge server;

    final ColibriClient bridge = new ColibriClient(server.httpUri());
    final String meeting = newMeeting();
    TestBrowser alice;
    TestBrowser bob;
    URI bobChannel;

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
        alice = TestCall.connect(bridge, meeting, "alice", first);
        bob = TestCall.connect(bridge, meeting, "bob", second);
        assertThat(bridge.patch(meeting, endpoints(sources("alice", AUDIO, VIDEO, RTX)))
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void leave() {
        alice.close();
        bob.close();
        bridge.patch(meeting, object().put("expire", true));
    }

    static Packet audio(int sequence) {
        return Packets.rtp(111, sequence, AUDIO, 0xBEDE, LOUD, new byte[] {1, 2, 3});
    }

    static Packet video(int sequence) {
        return Packets.rtp(100, sequence, VIDEO, (byte) 7, (byte) sequence);
    }

    static URI uri(String path) {
        return server.httpUri().resolve(path);
    }

    TestChannel seeAll() {
        TestChannel channel = TestChannel.open(bridge.http(), bobChannel);
        channel.send(SEE_ALL);
        assertThat(channel.await("ForwardedSources", Duration.ofSeconds(5))
                        .path("forwardedSources")
                        .path(0)
                        .asText())
                .isEqualTo("alice-v0");
        return channel;
    }

    JsonNode debug(String id) {
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

    /** Packets that the bridge has sent again in this meeting. */
    int resent() {
        for (JsonNode conference : bridge.get("/debug/conferences").json().path("conferences")) {
            if (conference.path("meetingId").asText().equals(meeting)) {
                return conference.path("packetsResent").asInt();
            }
        }
        return 0;
    }

    /** Waits until the bridge has handled that many packets of alice. */
    void awaitPacketsOfAlice(int count) {
        await().untilAsserted(() ->
                assertThat(debug("alice").path("packetsIn").asInt()).isGreaterThanOrEqualTo(count));
    }
}
