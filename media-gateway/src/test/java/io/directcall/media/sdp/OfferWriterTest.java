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
    private static final OfferLine MICROPHONE = OfferLine.own("0", MediaType.AUDIO, false);
    private static final OfferLine CAMERA = OfferLine.own("1", MediaType.VIDEO, false);
    private static final OfferLine LAYERED_CAMERA = OfferLine.own("1", MediaType.VIDEO, true);
    private static final OfferLine SCREEN = OfferLine.own("2", MediaType.VIDEO, false);

    @Test
    void writesTheFirstOfferOfAParticipantWhoIsAlone() {
        // When
        String offer = OfferWriter.write(MediaProfile.VP8, 1, 1, TRANSPORT, List.of(MICROPHONE, CAMERA, SCREEN));

        // Then
        assertThat(offer).isEqualTo(Resources.sdp("offer-alone"));
    }

    @Test
    void writesOthersSourcesAndFreeLines() {
        // Given
        var audio = OfferLine.carrying("3", MediaType.AUDIO, "aaaa0001-audio", new Layer(11, null));
        var camera = OfferLine.carrying("4", MediaType.VIDEO, "aaaa0001-camera", new Layer(21, 22L));
        var free = OfferLine.free("5", MediaType.VIDEO);

        // When
        String offer = OfferWriter.write(
                MediaProfile.VP8, 1, 2, TRANSPORT, List.of(MICROPHONE, CAMERA, SCREEN, audio, camera, free));

        // Then
        assertThat(offer).isEqualTo(Resources.sdp("offer-others"));
    }

    @Test
    void keepsTheLinesOfWhoLeft() {
        // Given
        var audio = OfferLine.free("3", MediaType.AUDIO);
        var camera = OfferLine.free("4", MediaType.VIDEO);
        var free = OfferLine.free("5", MediaType.VIDEO);

        // When
        String offer = OfferWriter.write(
                MediaProfile.VP8, 1, 3, TRANSPORT, List.of(MICROPHONE, CAMERA, SCREEN, audio, camera, free));

        // Then
        assertThat(offer).isEqualTo(Resources.sdp("offer-left"));
    }

    @Test
    void asksForLayersOfTheCamera() {
        // When
        String offer = OfferWriter.write(
                MediaProfile.VP8_SIMULCAST, 1, 1, TRANSPORT, List.of(MICROPHONE, LAYERED_CAMERA, SCREEN));

        // Then
        assertThat(offer).isEqualTo(Resources.sdp("offer-simulcast"));
    }

    @Test
    void carriesOneStreamOfEachOther() {
        // Given
        var audio = OfferLine.carrying("3", MediaType.AUDIO, "aaaa0001-audio", new Layer(11, null));
        var camera = OfferLine.carrying("4", MediaType.VIDEO, "aaaa0001-camera", new Layer(21, 22L));
        var free = OfferLine.free("5", MediaType.VIDEO);

        // When
        String offer = OfferWriter.write(
                MediaProfile.VP8_SIMULCAST,
                1,
                2,
                TRANSPORT,
                List.of(MICROPHONE, LAYERED_CAMERA, SCREEN, audio, camera, free));

        // Then
        assertThat(offer).isEqualTo(Resources.sdp("offer-simulcast-others"));
    }

    @Test
    void prefersVp9() {
        // When
        String offer = OfferWriter.write(MediaProfile.VP9_SVC, 1, 1, TRANSPORT, List.of(MICROPHONE, CAMERA, SCREEN));

        // Then
        assertThat(offer).isEqualTo(Resources.sdp("offer-vp9"));
    }

    @Test
    void writesTheOfferOfAViewerWhoIsAlone() {
        // Given
        var audio = OfferLine.free("0", MediaType.AUDIO);
        var video = OfferLine.free("1", MediaType.VIDEO);

        // When
        String offer = OfferWriter.write(MediaProfile.VP8, 1, 1, TRANSPORT, List.of(audio, video));

        // Then
        assertThat(offer).isEqualTo(Resources.sdp("offer-viewer"));
    }
}
