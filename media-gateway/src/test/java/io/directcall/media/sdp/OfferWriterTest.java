package io.directcall.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfferWriterTest {
    private static final BridgeTransport TRANSPORT = new BridgeTransport(
            "bridgeUf",
            "bridgepasswordof24chars0",
            new Fingerprint(
                    "sha-256",
                    "AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89:AB:CD:EF:01:23:45:67:89",
                    "actpass"),
            List.of(
                    new Candidate("1", "1", "udp", "2130706431", "192.0.2.10", "10000", "host", null, null),
                    new Candidate(
                            "2", "1", "udp", "1694498815", "198.51.100.7", "10000", "srflx", "192.0.2.10", "10000")));
    private static final OfferLine MICROPHONE =
            new OfferLine("0", MediaType.AUDIO, Direction.RECVONLY, null, List.of());
    private static final OfferLine CAMERA = new OfferLine("1", MediaType.VIDEO, Direction.RECVONLY, null, List.of());
    private static final OfferLine SCREEN = new OfferLine("2", MediaType.VIDEO, Direction.RECVONLY, null, List.of());

    @Test
    void writesTheFirstOfferOfAParticipantWhoIsAlone() {
        // When
        String offer = OfferWriter.write(1, 1, TRANSPORT, List.of(MICROPHONE, CAMERA, SCREEN));

        // Then
        assertThat(offer).isEqualTo(Resources.sdp("offer-alone"));
    }

    @Test
    void writesOthersSourcesAndFreeLines() {
        // Given
        var audio = new OfferLine("3", MediaType.AUDIO, Direction.SENDONLY, "aaaa0001-audio", List.of(11L));
        var camera = new OfferLine("4", MediaType.VIDEO, Direction.SENDONLY, "aaaa0001-camera", List.of(21L, 22L));
        var free = new OfferLine("5", MediaType.VIDEO, Direction.INACTIVE, null, List.of());

        // When
        String offer = OfferWriter.write(1, 2, TRANSPORT, List.of(MICROPHONE, CAMERA, SCREEN, audio, camera, free));

        // Then
        assertThat(offer).isEqualTo(Resources.sdp("offer-others"));
    }

    @Test
    void writesTheOfferOfAViewerWhoIsAlone() {
        // Given
        var audio = new OfferLine("0", MediaType.AUDIO, Direction.INACTIVE, null, List.of());
        var video = new OfferLine("1", MediaType.VIDEO, Direction.INACTIVE, null, List.of());

        // When
        String offer = OfferWriter.write(1, 1, TRANSPORT, List.of(audio, video));

        // Then
        assertThat(offer).isEqualTo(Resources.sdp("offer-viewer"));
    }
}
