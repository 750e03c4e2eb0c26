package io.directcall.bridge.conference;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.bridge.channel.ChannelSocket;
import io.directcall.bridge.dtls.BridgeIdentity;
import io.directcall.bridge.fault.Faults;
import io.directcall.bridge.media.UdpServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong();
    private final Faults faults = new Faults(0);
    private final UdpServer udp = new UdpServer(0, faults);
    private final Conferences conferences = new Conferences(new ConferenceContext(
            udp,
            BridgeIdentity.create(),
            Runnable::run,
            clock::get,
            new ConferenceLimits(ExpiryRules.defaults(), 0, 10, 0),
            faults));

    ExpiryTest() throws IOException {}

    @AfterEach
    void close() {
        udp.close();
    }

    private void sweepAt(int second) {
        clock.set(second * SECOND);
        conferences.sweep(clock.get());
    }

    private static final class Recorder implements ChannelSocket {
        private final List<String> messages = new ArrayList<>();
        private int closedWith;

        @Override
        public void send(String json) {
            messages.add(json);
        }

        @Override
        public void close(int code, String reason) {
            closedWith = code;
        }
    }

    @Test
    void forgetsAConferenceThatStaysEmpty() {
        // Given
        conferences.create("empty");
        sweepAt(63);
        assertThat(conferences.byMeetingId("empty")).isPresent();

        // When
        sweepAt(65);

        // Then
        assertThat(conferences.byMeetingId("empty")).isEmpty();
    }

    @Test
    void tellsAllWhoNeverConnectedThenExpiresThem() {
        // Given
        Conference conference = conferences.create("call");
        Endpoint alice = conference.createEndpoint("alice", true);
        Recorder socket = new Recorder();
        ChannelDialogue.opened(alice, socket);
        sweepAt(14);
        assertThat(socket.messages).hasSize(1);

        // When
        sweepAt(16);

        // Then
        assertThat(socket.messages.get(1))
                .contains("EndpointConnectivityStatusChangeEvent", "alice", "\"active\":\"false\"");
        sweepAt(121);
        assertThat(socket.closedWith).isEqualTo(1001);
        assertThat(conferences.all()).as("the last endpoint went").isEmpty();
    }

    @Test
    void keepsTheConferenceForThoseWhoStay() {
        // Given
        Conference conference = conferences.create("call");
        conference.createEndpoint("alice", true);
        clock.set(100 * SECOND);
        conference.createEndpoint("bob", true);

        // When
        sweepAt(121);

        // Then
        assertThat(conference.endpoint("alice")).isEmpty();
        assertThat(conference.endpoint("bob")).isPresent();
        assertThat(conferences.byMeetingId("call")).isPresent();
    }
}
