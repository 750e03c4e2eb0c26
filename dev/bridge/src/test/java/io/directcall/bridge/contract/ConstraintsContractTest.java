package io.directcall.bridge.contract;

import static io.directcall.bridge.client.Requests.json;
import static io.directcall.bridge.client.Requests.newEndpoint;
import static io.directcall.bridge.client.Requests.sources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.client.ColibriClient;
import io.directcall.bridge.client.TestCall;
import io.directcall.bridge.client.TestChannel;
import io.directcall.bridge.client.Track;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gateway relies on when it says which video an endpoint wants. */
class ConstraintsContractTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final ColibriClient bridge = new ColibriClient(BridgeUnderTest.uri());
    private TestCall call;
    private TestChannel channel;

    @BeforeEach
    void connect() throws IOException {
        call = new TestCall(bridge);
        call.change(sources("alice", Track.AUDIO, Track.CAMERA, Track.SCREEN));
        channel = call.openBobsChannel();
        channel.await("ServerHello", SOON);
    }

    @AfterEach
    void end() {
        channel.close();
        call.close();
    }

    private void want(String constraints) {
        channel.send("{'colibriClass':'ReceiverVideoConstraints'," + constraints + "}");
    }

    private void wantAll() {
        want(
                "'lastN':-1,'selectedSources':[],'onStageSources':[],'defaultConstraints':{'maxHeight':720},'constraints':{}");
        call.awaitArrives(Track.CAMERA);
        call.awaitArrives(Track.SCREEN);
    }

    @Test
    void stopsTheSourceOfWhichNothingIsWanted() {
        // Given
        wantAll();

        // When
        want("'constraints':{'alice-v0':{'maxHeight':0}}");

        // Then
        call.awaitHeldBack(Track.CAMERA);
        call.awaitArrives(Track.SCREEN);
    }

    @Test
    void forwardsOnlyWhatIsNamedWhenTheDefaultIsNothing() {
        // Given
        wantAll();

        // When
        want("'lastN':-1,'onStageSources':['alice-v1'],'defaultConstraints':{'maxHeight':0},"
                + "'constraints':{'alice-v1':{'maxHeight':1080}}");

        // Then
        call.awaitHeldBack(Track.CAMERA);
        call.awaitArrives(Track.SCREEN);
    }

    @Test
    void stopsAllVideoAndNoAudioByLastN() {
        // Given
        wantAll();

        // When
        want("'lastN':0");

        // Then
        call.awaitHeldBack(Track.CAMERA);
        call.awaitHeldBack(Track.SCREEN);
        call.awaitArrives(Track.AUDIO);
        want("'lastN':-1");
        call.awaitArrives(Track.CAMERA);
    }

    @Test
    void prefersWhatIsOnStageWhenThereIsRoomForOne() {
        // Given
        wantAll();

        // When
        want(
                "'lastN':1,'onStageSources':['alice-v1'],'selectedSources':[],'constraints':{'alice-v1':{'maxHeight':1080}}");

        // Then
        call.awaitHeldBack(Track.CAMERA);
        call.awaitArrives(Track.SCREEN);
    }

    @Test
    void prefersWhatIsSelectedWhenThereIsRoomForOne() {
        // Given
        wantAll();

        // When
        want("'lastN':1,'onStageSources':[],'selectedSources':['alice-v0']");

        // Then
        call.awaitHeldBack(Track.SCREEN);
        call.awaitArrives(Track.CAMERA);
    }

    @Test
    void keepsConstraintsWhenSourcesAreSignalledAnew() {
        // Given
        wantAll();

        // When
        call.change(json("{'id':'alice','sources':[]}"));
        call.change(sources("alice", Track.CAMERA));

        // Then
        call.awaitArrives(Track.CAMERA);
    }

    @Test
    void saysWhatItForwards() {
        // When
        wantAll();

        // Then
        JsonNode forwarded = channel.await("ForwardedSources", SOON).path("forwardedSources");
        while (forwarded.size() < 2) {
            forwarded = channel.await("ForwardedSources", SOON).path("forwardedSources");
        }
        assertThat(forwarded).extracting(JsonNode::asText).containsExactlyInAnyOrder("alice-v0", "alice-v1");
    }

    @Test
    void tellsTheSenderHowHighItsVideoIsWanted() {
        // Given
        try (TestChannel sender = call.openAlicesChannel()) {

            // When
            wantAll();

            // Then
            JsonNode advice = sender.await("SenderSourceConstraints", SOON);
            while (advice.path("maxHeight").asInt() == 0) {
                advice = sender.await("SenderSourceConstraints", SOON);
            }
            assertThat(advice.path("sourceName").asText()).startsWith("alice-v");
            assertThat(advice.path("maxHeight").asInt()).isGreaterThanOrEqualTo(180);
        }
    }

    @Test
    void tellsHowMuchItExpectsToArrive() {
        // When: it does so every ten seconds
        JsonNode stats = channel.await("ConnectionStats", Duration.ofSeconds(20));

        // Then
        assertThat(stats.path("estimatedDownlinkBandwidth").isIntegralNumber()).isTrue();
        assertThat(stats.path("estimatedDownlinkBandwidth").asLong()).isNotNegative();
    }

    @Test
    void startsWithTheInitialLastNUntilAnotherIsWanted() throws IOException {
        // Given
        ObjectNode second = newEndpoint("bob");
        second.putObject("initial-last-n").put("value", 0);
        try (TestCall quiet = new TestCall(bridge, second);
                TestChannel asking = quiet.openBobsChannel()) {
            quiet.change(sources("alice", Track.AUDIO, Track.CAMERA));
            asking.send("{'colibriClass':'ReceiverVideoConstraints','defaultConstraints':{'maxHeight':720}}");
            quiet.awaitArrives(Track.AUDIO);
            quiet.awaitHeldBack(Track.CAMERA);

            // When
            asking.send("{'colibriClass':'ReceiverVideoConstraints','lastN':2}");

            // Then
            quiet.awaitArrives(Track.CAMERA);
        }
    }
}
