package io.directcall.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the search of a run's logs finds what it is for. */
class LogSecretsTest {
    private final LogSecrets secrets = new LogSecrets(Map.of("DIRECTCALL_TURN_SECRET", "north+wind/1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "refused authToken=dca_Xk3-_9aQ0Zr4 of uid=ada | an auth token",
                "refused apikey=dck_Xk3-_9aQ0Zr4 | a made API key",
                "{\"message\":\"sent eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJkIn0.c2lnbmF0dXJl\"} | a JWT",
                "alg none: eyJhbGciOiJub25lIn0.eyJpc3MiOiJkIn0. | a JWT",
                "key eyJhbGciOiJkaXIifQ..48V1_ALb6US04U3b.5eym8TW | an encrypted key",
                "{\"kty\":\"EC\",\"d\":\"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI\"} | a private key",
                "-----BEGIN PRIVATE KEY----- | a private key",
                "offer {\"sdp\":\"v=0\\r\\no=- 1 1 IN IP4 0.0.0.0\"} | SDP",
                "v=0 | SDP",
                "a=ice-pwd:4e1tr0o8bg | SDP",
                "session=s a=fingerprint:sha-256 12:AB | SDP",
                "a=candidate:1 1 udp 2130706431 10.0.0.7 10000 typ host | SDP",
                "the relay's secret is north+wind/1, really | DIRECTCALL_TURN_SECRET",
            })
    void finds(String line, String name) {
        assertThat(secrets.in(line)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joined session=s-1 participant=0123456789abcdef uid=ada",
                "revoked authToken=dca_Xk3-_9aQ",
                "signing key kid=NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs signs from 2026-01-03T00:00:00Z",
                "offer session=s revision=0 rev=0 transceivers=3",
            })
    void leavesInPeace(String line) {
        assertThat(secrets.in(line)).isEmpty();
    }

    @Test
    void tellsTheFileAndTheLineAndNotTheSecret(@TempDir Path logs) throws IOException {
        // Given
        Files.writeString(logs.resolve("edge.log"), "started\n");
        Files.writeString(logs.resolve("token-service.log"), "started\nnorth+wind/1\n");

        // When / Then
        assertThat(secrets.in(logs)).containsExactly("token-service.log:2 has DIRECTCALL_TURN_SECRET");
    }
}
