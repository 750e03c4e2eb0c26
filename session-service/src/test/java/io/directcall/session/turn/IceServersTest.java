package io.directcall.session.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IceServersTest {
    private static final String SECRET = "a secret of the two alone";

    private final Map<String, String> properties = new HashMap<>(Map.of(
            "directcall.turn.urls",
            "turn:turn.example.com:3478, turns:turn.example.com:443?transport=tcp",
            "directcall.turn.secret",
            SECRET));

    private List<IceServer> ofParticipant() {
        TurnConfig config = new SmallRyeConfigBuilder()
                .withMapping(TurnConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(TurnConfig.class);
        return IceServers.of(config, InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000)))
                .of("0123456789abcdef");
    }

    @Test
    void byDefaultThereAreNone() {
        // Given
        properties.clear();

        // When
        List<IceServer> servers = ofParticipant();

        // Then
        assertThat(servers).isEmpty();
    }

    @Test
    void aTurnServerIsToldWithCredentialsThatItCanCompute() {
        // When
        List<IceServer> servers = ofParticipant();

        // Then: printf 1700003600:0123456789abcdef | openssl dgst -sha1 -hmac "$SECRET" -binary | base64
        assertThat(servers)
                .containsExactly(new IceServer(
                        List.of("turn:turn.example.com:3478", "turns:turn.example.com:443?transport=tcp"),
                        "1700003600:0123456789abcdef",
                        "/Ep+EWsR6BuaRocqDSEG+TdCaw4="));
    }

    @Test
    void theLifetimeIsInTheName() {
        // Given
        properties.put("directcall.turn.lifetime", "24h");

        // When
        List<IceServer> servers = ofParticipant();

        // Then
        assertThat(servers.getFirst().username()).isEqualTo("1700086400:0123456789abcdef");
    }

    @Test
    void aStunServerIsToldWithoutCredentials() {
        // Given
        properties.put("directcall.turn.urls", "turn:turn.example.com,stun:[2001:db8::1]:3478");

        // When
        List<IceServer> servers = ofParticipant();

        // Then
        assertThat(servers).hasSize(2);
        assertThat(servers.getFirst()).isEqualTo(new IceServer(List.of("stun:[2001:db8::1]:3478"), null, null));
        assertThat(servers.getLast().urls()).containsExactly("turn:turn.example.com");
    }

    @Test
    void stunAloneNeedsNoSecret() {
        // Given
        properties.put("directcall.turn.urls", "stun:stun.example.com");
        properties.remove("directcall.turn.secret");

        // When
        List<IceServer> servers = ofParticipant();

        // Then
        assertThat(servers).containsExactly(new IceServer(List.of("stun:stun.example.com"), null, null));
    }

    @Test
    void theCredentialIsNotInItsText() {
        // When
        IceServer server = ofParticipant().getFirst();

        // Then
        assertThat(server.toString()).doesNotContain(server.credential(), server.username());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turn.example.com",
                "turn://turn.example.com",
                "turn:user:password@turn.example.com",
                "turn:turn.example.com?transport=sctp",
                "stun:turn.example.com?transport=udp",
                "https://turn.example.com",
                "turn:"
            })
    void whatIsNoAddressIsNamedByItsNumberAndNotRepeated(String wrong) {
        // Given
        properties.put("directcall.turn.urls", "turn:turn.example.com," + wrong);

        // When, Then
        assertThatThrownBy(this::ofParticipant)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("directcall.turn.urls: number 2")
                .hasMessageContaining("turn:HOST:PORT")
                .hasMessageNotContaining(wrong + " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "directcall.turn.secret   | too short        | directcall.turn.secret must have 16 characters",
                "directcall.turn.secret   |                  | directcall.turn.secret must have 16 characters",
                "directcall.turn.urls     | stun:example.com | directcall.turn.secret is set, but",
                "directcall.turn.urls     |                  | directcall.turn.secret is set, but",
                "directcall.turn.lifetime | 1m               | directcall.turn.lifetime must be from 5 minutes",
                "directcall.turn.lifetime | 25h              | directcall.turn.lifetime must be from 5 minutes"
            })
    void aMistakeNamesThePropertyAndNeverTheSecret(String property, String value, String message) {
        // Given
        properties.compute(property, (name, before) -> value);

        // When, Then
        assertThatThrownBy(this::ofParticipant)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContainingAny(SECRET, "too short");
    }
}
