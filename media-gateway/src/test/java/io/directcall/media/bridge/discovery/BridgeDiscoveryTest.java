package io.directcall.media.bridge.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.directcall.contracts.bridge.BridgeState;
import io.directcall.media.bridge.BridgeLoad;
import io.directcall.media.bridge.discovery.TestDns.Behaviour;
import io.directcall.media.bridge.selection.BridgeDirectory;
import io.directcall.media.bridge.selection.LeastStress;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bridges come and go in a real DNS server. */
class BridgeDiscoveryTest {
    private static final String CONFIGURED = "http://jvb.example:8080";
    private static final String FIRST = "http://10.0.0.1:9090";
    private static final String SECOND = "http://10.0.0.2:9090";

    private final Vertx vertx = Vertx.vertx();
    private final TestDns dns = new TestDns();
    private final DnsLookup lookup = new DnsLookup("jvb.test", 9090, Optional.of(dns.address()));
    private final BridgeDirectory directory =
            new BridgeDirectory(List.of(CONFIGURED), new LeastStress(), Clock.systemUTC());
    private final BridgeDiscovery discovery = new BridgeDiscovery(lookup, Set.of(CONFIGURED), directory, vertx);

    @BeforeEach
    void findTwo() {
        dns.resolveTo(List.of("10.0.0.1", "10.0.0.2"));
        discovery.start(Duration.ofMillis(20));
        await().until(() -> directory.urls().contains(SECOND));
        List.of(CONFIGURED, FIRST, SECOND)
                .forEach(url -> directory.reported(url, new BridgeLoad(true, 0, 0, 0, false, false, null)));
    }

    @AfterEach
    void stop() {
        discovery.close();
        lookup.close();
        dns.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void addsWhatIsDiscoveredToWhatIsConfigured() {
        assertThat(directory.urls()).containsExactly(CONFIGURED, FIRST, SECOND);
    }

    @Test
    void findsOneThatComesLater() {
        // When
        dns.resolveTo(List.of("10.0.0.1", "10.0.0.2", "10.0.0.3"));

        // Then
        await().until(() -> directory.state("http://10.0.0.3:9090") == BridgeState.UNKNOWN);
    }

    @Test
    void withdrawsOneThatIsNotNamedAnyMoreAndTakesItBack() {
        // Given
        dns.resolveTo(List.of("10.0.0.1"));
        await().until(() -> directory.state(SECOND) == BridgeState.WITHDRAWN);
        assertThat(directory.state(CONFIGURED)).isEqualTo(BridgeState.AVAILABLE);

        // When
        dns.resolveTo(List.of("10.0.0.2", "10.0.0.1"));

        // Then
        await().until(() -> directory.state(SECOND) == BridgeState.AVAILABLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER_FAILURE", "NO_SUCH_NAME"})
    void keepsAllWhileTheServerFails(Behaviour behaviour) {
        // Given
        dns.behave(behaviour);

        // When
        askSomeMore();

        // Then
        assertThat(directory.state(FIRST)).isEqualTo(BridgeState.AVAILABLE);
        assertThat(directory.state(SECOND)).isEqualTo(BridgeState.AVAILABLE);
    }

    @Test
    void keepsAllWhenNothingIsNamed() {
        // Given
        dns.resolveTo(List.of());

        // When
        askSomeMore();

        // Then
        assertThat(directory.state(FIRST)).isEqualTo(BridgeState.AVAILABLE);
        assertThat(directory.state(SECOND)).isEqualTo(BridgeState.AVAILABLE);
    }

    @Test
    void goesOnAfterATimeOfSilence() {
        // Given
        dns.behave(Behaviour.SILENT);
        askSomeMore();
        assertThat(directory.state(SECOND)).isEqualTo(BridgeState.AVAILABLE);

        // When
        dns.resolveTo(List.of("10.0.0.1"));
        dns.behave(Behaviour.WELL);

        // Then
        await().until(() -> directory.state(SECOND) == BridgeState.WITHDRAWN);
    }

    private void askSomeMore() {
        int before = dns.questions();
        await().until(() -> dns.questions() >= before + 2);
    }
}
