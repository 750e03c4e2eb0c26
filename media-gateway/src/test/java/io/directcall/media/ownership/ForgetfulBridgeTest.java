package io.directcall.media.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.contracts.media.MediaEvent.EndpointConnected;
import io.directcall.contracts.media.MediaEvent.OfferReady;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.testing.BridgePorts;
import io.directcall.media.testing.GatewayTest;
import io.directcall.media.testing.TestBridge;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bridge that forgets a call while people talk: the only one, so it is used again although it is in quarantine. */
@QuarkusTest
@QuarkusTestResource(BridgePorts.class)
@TestProfile(ForgetfulBridgeTest.WithQuarantine.class)
class ForgetfulBridgeTest extends GatewayTest {
    @Inject
    BridgeDirectory directory;

    /** As in production. */
    public static class WithQuarantine implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("directcall.bridge.quarantine", "1h", "directcall.bridge.longest-quarantine", "1h");
        }
    }

    @Test
    void isLeftAloneAndUsedAllTheSameWhenThereIsNoOther() {
        // Given
        String pid = session.joinAndAnswer();
        await().until(() -> session.events(EndpointConnected.class).size() == 1);

        // When
        TestBridge.expire(pid);

        // Then
        OfferReady again = session.offer(pid, offer -> offer.generation() == 2);
        await().until(() -> directory.state(TestBridge.url()) == BridgeState.QUARANTINED);
        session.answer(again).statusCode(202);
        await().until(() -> TestBridge.sources(pid).size() == 3);
        assertThat(directory.byId(TestBridge.id()).orElseThrow().reason()).contains("does not know a conference");
    }
}
