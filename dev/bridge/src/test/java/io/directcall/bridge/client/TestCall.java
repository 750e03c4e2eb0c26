package io.directcall.bridge.client;

import static io.directcall.bridge.client.Requests.endpoints;
import static io.directcall.bridge.client.Requests.newConference;
import static io.directcall.bridge.client.Requests.newEndpoint;
import static io.directcall.bridge.client.Requests.newMeeting;
import static io.directcall.bridge.client.Requests.object;
import static io.directcall.bridge.client.Requests.transport;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.client.ColibriClient.Answer;
import io.directcall.bridge.rtp.Packet;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Alice, who sends, and Bob, who gets it: both connected to the bridge over UDP. Ends the conference when closed. */
public final class TestCall implements AutoCloseable {
    /** As often as a microphone sends. */
    private static final Duration PACE = Duration.ofMillis(20);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PACKETS_HELD_BACK = 5;

    private final ColibriClient bridge;
    private final String meeting = newMeeting();
    private final AtomicInteger numbers = new AtomicInteger();
    private final URI aliceChannel;
    private final URI bobChannel;
    private final TestBrowser alice;
    private final TestBrowser bob;

    public TestCall(ColibriClient bridge) throws IOException {
        this(bridge, newEndpoint("bob"));
    }

    /** @param second the request that creates Bob's endpoint */
    public TestCall(ColibriClient bridge, ObjectNode second) throws IOException {
        this.bridge = bridge;
        Answer first = bridge.create(newConference(meeting, newEndpoint("alice")));
        Answer other = bridge.patch(meeting, endpoints(second));
        aliceChannel = first.channel();
        bobChannel = other.channel();
        alice = connect(bridge, meeting, "alice", first);
        bob = connect(bridge, meeting, "bob", other);
    }

    /** Connects a client to its endpoint. */
    public static TestBrowser connect(ColibriClient bridge, String meeting, String id, Answer allocated)
            throws IOException {
        TestBrowser browser = new TestBrowser(allocated.transport());
        Answer answer = bridge.patch(
                meeting,
                endpoints(transport(
                        id,
                        browser.credentials().fragment(),
                        browser.credentials().password(),
                        browser.fingerprint())));
        assertThat(answer.status()).isEqualTo(200);
        return browser.connect();
    }

    public String meeting() {
        return meeting;
    }

    public TestBrowser alice() {
        return alice;
    }

    public TestBrowser bob() {
        return bob;
    }

    public TestChannel openAlicesChannel() {
        return TestChannel.open(bridge.http(), aliceChannel);
    }

    public TestChannel openBobsChannel() {
        return TestChannel.open(bridge.http(), bobChannel);
    }

    /** Changes endpoints and expects the bridge to do it. */
    public void change(ObjectNode... changes) {
        assertThat(bridge.patch(meeting, endpoints(changes)).status()).isEqualTo(200);
    }

    /** Alice sends one packet of these. */
    public void send(Track track) {
        alice.sendRtp(track.packet(numbers.incrementAndGet()));
    }

    /** Waits until what Alice sends reaches Bob; she sends again and again, as real tracks do. */
    public Packet awaitArrives(Track track) {
        int before = numbers.get();
        await().atMost(PATIENCE).pollInterval(PACE).untilAsserted(() -> {
            send(track);
            assertThat(arrived(track, before)).isNotEmpty();
        });
        return arrived(track, before).getLast();
    }

    /** Waits until nothing of what Alice sends reaches Bob, though the bridge reads it. */
    public void awaitHeldBack(Track track) {
        await().atMost(PATIENCE).pollInterval(PACE).untilAsserted(() -> {
            int before = numbers.get();
            for (int i = 0; i < PACKETS_HELD_BACK; i++) {
                send(track);
                alice.check();
                bob.check();
            }
            assertThat(arrived(track, before)).isEmpty();
        });
    }

    private List<Packet> arrived(Track track, int after) {
        return bob.rtp().stream()
                .filter(packet -> packet.ssrc() == track.ssrc() && Track.number(packet) > after)
                .toList();
    }

    @Override
    public void close() {
        alice.close();
        bob.close();
        bridge.patch(meeting, object().put("expire", true));
    }
}
