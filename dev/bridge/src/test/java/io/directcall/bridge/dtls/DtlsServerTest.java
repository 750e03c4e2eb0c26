package io.directcall.bridge.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Packets;
import io.directcall.bridge.srtp.SrtpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DtlsServerTest implements DtlsServer.Listener {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final BridgeIdentity BRIDGE = BridgeIdentity.create();
    private static final BridgeIdentity BROWSER = BridgeIdentity.create();

    private final CompletableFuture<SrtpKeys> secured = new CompletableFuture<>();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private DtlsServer server;
    private final DatagramQueue toClient = new DatagramQueue(datagram -> server.receive(datagram));

    DtlsServerTest() {
        server = new DtlsServer(BRIDGE, toClient::offer, this);
    }

    @Override
    public void secured(SrtpKeys keys) {
        secured.complete(keys);
    }

    @Override
    public void ended(String reason) {
        ended.complete(reason);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void agreesOnKeysWithAClient(SrtpProfile profile) throws IOException {
        // Given
        server.expect(Set.of(BROWSER.fingerprint()));

        // When
        SrtpKeys client = DtlsTestClient.connect(toClient, BROWSER, profile);

        // Then
        SrtpKeys bridge = secured.join();
        assertThat(bridge.profile()).isEqualTo(profile);
        assertThat(bridge.clientKey()).isEqualTo(client.clientKey());
        assertThat(bridge.serverSalt()).isEqualTo(client.serverSalt());
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void protectsMediaBothWays(SrtpProfile profile) throws IOException {
        // Given
        server.expect(Set.of(BROWSER.fingerprint()));
        SrtpSession client = SrtpSession.ofClient(DtlsTestClient.connect(toClient, BROWSER, profile));
        SrtpSession bridge = new SrtpSession(secured.join());
        Packet packet = Packets.rtp(100, 7, 9, (byte) 1, (byte) 2);
        byte[] plain = packet.toByteArray();

        // When
        boolean sent = client.protectRtp(packet, encrypted -> true);
        byte[] onTheWire = packet.toByteArray();
        boolean accepted = bridge.unprotectRtp(packet);

        // Then
        assertThat(sent && accepted).isTrue();
        assertThat(onTheWire).isNotEqualTo(plain);
        assertThat(packet.toByteArray()).isEqualTo(plain);
        assertThat(bridge.unprotectRtp(Packet.copyOf(onTheWire))).as("replayed").isFalse();
    }

    @ParameterizedTest
    @EnumSource(SrtpProfile.class)
    void sendsAPacketASecondTime(SrtpProfile profile) throws IOException {
        // Given
        server.expect(Set.of(BROWSER.fingerprint()));
        SrtpSession client = SrtpSession.ofClient(DtlsTestClient.connect(toClient, BROWSER, profile));
        SrtpSession bridge = new SrtpSession(secured.join());
        for (int i = 0; i < 100; i++) {
            assertThat(bridge.protectRtp(Packets.rtp(100, i, 9, (byte) i), sent -> true))
                    .isTrue();
        }
        Packet again = Packets.rtp(100, 40, 9, (byte) 40);

        // When
        boolean sent = bridge.protectRtp(again, packet -> true);

        // Then
        assertThat(sent).isTrue();
        assertThat(client.unprotectRtp(again)).isTrue();
    }

    @Test
    void waitsForTheFingerprintWhenTheClientIsQuicker() {
        // Given
        CompletableFuture<SrtpKeys> client = CompletableFuture.supplyAsync(() -> {
            try {
                return DtlsTestClient.connect(toClient, BROWSER, SrtpProfile.AES_CM_128_HMAC_SHA1_80);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(secured).isNotDone();

        // When
        server.expect(Set.of(BROWSER.fingerprint()));

        // Then
        assertThat(client).succeedsWithin(SOON);
        assertThat(secured).succeedsWithin(SOON);
    }

    @Test
    void refusesACertificateThatWasNotSignalled() {
        // Given
        server.expect(Set.of(BRIDGE.fingerprint()));

        // When
        assertThatThrownBy(() -> DtlsTestClient.connect(toClient, BROWSER, SrtpProfile.AES_CM_128_HMAC_SHA1_80))
                .isInstanceOf(IOException.class);

        // Then
        assertThat(secured).isNotDone();
        assertThat(ended).succeedsWithin(SOON);
    }

    @Test
    void refusesAClientWithoutSrtp() {
        // Given
        server.expect(Set.of(BROWSER.fingerprint()));

        // When
        assertThatThrownBy(() -> DtlsTestClient.connect(toClient, BROWSER)).isInstanceOf(IOException.class);

        // Then
        assertThat(ended).succeedsWithin(SOON);
    }

    @Test
    void shakesHandsInSpiteOfJunk() throws IOException {
        // Given
        server.expect(Set.of(BROWSER.fingerprint()));
        Random random = new Random(5);
        for (int i = 0; i < 30; i++) {
            byte[] junk = new byte[random.nextInt(100) + 1];
            random.nextBytes(junk);
            junk[0] = (byte) (20 + random.nextInt(44));
            server.receive(junk);
        }

        // When
        SrtpKeys client = DtlsTestClient.connect(toClient, BROWSER, SrtpProfile.AEAD_AES_128_GCM);

        // Then
        assertThat(secured.join().clientKey()).isEqualTo(client.clientKey());
    }

    @Test
    void endsWhenClosed() throws IOException {
        // Given
        server.expect(Set.of(BROWSER.fingerprint()));
        assertThat(DtlsTestClient.connect(toClient, BROWSER, SrtpProfile.AEAD_AES_128_GCM))
                .isNotNull();

        // When
        server.close();

        // Then
        assertThat(ended).succeedsWithin(SOON);
    }
}
