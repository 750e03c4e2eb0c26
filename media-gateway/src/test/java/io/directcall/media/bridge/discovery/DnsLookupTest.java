package io.directcall.media.bridge.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.media.bridge.discovery.TestDns.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DnsLookupTest {
    private final TestDns dns = new TestDns();
    private final DnsLookup lookup = new DnsLookup("jvb.media.svc.cluster.local", 8080, Optional.of(dns.address()));

    @AfterEach
    void stop() {
        lookup.close();
        dns.close();
    }

    @Test
    void findsAllAddresses() {
        // Given
        dns.resolveTo(List.of("10.0.0.1", "10.0.0.2"));

        // When
        Set<String> urls = urls();

        // Then
        assertThat(urls).containsExactlyInAnyOrder("http://10.0.0.1:8080", "http://10.0.0.2:8080");
    }

    @Test
    void remembersNothing() {
        // Given
        dns.resolveTo(List.of("10.0.0.1"));
        urls();

        // When
        dns.resolveTo(List.of("10.0.0.2"));

        // Then
        assertThat(urls()).containsExactly("http://10.0.0.2:8080");
    }

    @Test
    void namesEachPodOfTwoFamiliesOnce() {
        // Given
        dns.resolveTo(List.of("10.0.0.1", "fd00::1"));

        // When, Then
        assertThat(urls()).containsExactly("http://10.0.0.1:8080");
    }

    @Test
    void findsBridgesThatHaveNoOtherAddresses() {
        // Given
        dns.resolveTo(List.of("fd00::1"));

        // When, Then
        assertThat(urls()).containsExactly("http://[fd00:0:0:0:0:0:0:1]:8080");
    }

    @Test
    void doesNotChangeTheFamilyWhenTheOneIsAway() {
        // Given
        dns.resolveTo(List.of("10.0.0.1", "fd00::1"));
        urls();

        // When
        dns.resolveTo(List.of("fd00::1"));

        // Then
        assertThatThrownBy(this::urls).hasMessageContaining("jvb.media.svc.cluster.local");
    }

    @Test
    void asksForTheWholeOfAnAnswerThatIsCutOff() {
        // Given
        List<String> many = IntStream.range(0, 200).mapToObj(i -> "10.0.1." + i).toList();
        dns.resolveTo(many);
        dns.behave(Behaviour.CUTS_DATAGRAMS_OFF);

        // When, Then
        assertThat(urls()).hasSize(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "SERVER_FAILURE", "NO_SUCH_NAME"})
    void failsWhenItCannotBeSaid(Behaviour behaviour) {
        // Given
        dns.resolveTo(List.of("10.0.0.1"));
        urls();
        dns.behave(behaviour);

        // When, Then
        assertThatThrownBy(this::urls).hasMessageContaining("jvb.media.svc.cluster.local");
    }

    private Set<String> urls() {
        return lookup.urls().await().atMost(Duration.ofSeconds(20));
    }
}
