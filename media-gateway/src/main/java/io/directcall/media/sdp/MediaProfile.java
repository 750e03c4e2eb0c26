package io.directcall.media.sdp;

import java.util.List;
import java.util.stream.Stream;

/**
 * The codecs and header extensions of a call. All participants of a call have the same, and all calls use the same numbers, because the
 * bridge translates neither payload types nor extension ids. Bridges are told of all that any profile has.
 */
public enum MediaProfile {
    /** One VP8 stream a camera. */
    VP8(1),
    /** Up to three VP8 streams a camera, of which the bridge sends each receiver the one that fits. */
    VP8_SIMULCAST(Layer.MOST),
    /** One VP9 stream whose layers the bridge takes away as needed; VP8 for browsers that can't. */
    VP9_SVC(1);

    private static final HeaderExtension TRANSPORT_CC =
            new HeaderExtension(5, "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01");
    /** Without it the bridge can neither find the dominant speaker nor mute audio by force. */
    private static final HeaderExtension AUDIO_LEVEL =
            new HeaderExtension(1, "urn:ietf:params:rtp-hdrext:ssrc-audio-level");
    /** Chromium refuses an offer of simulcast without it. Bridges go by the SSRCs and take it out. */
    private static final HeaderExtension STREAM_ID =
            new HeaderExtension(10, "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id");

    // DTX: a muted microphone sends 4.5 packets a second instead of 50 (measured in Chromium 156). No NACK: nobody has
    // proved that bridges answer it for audio.
    private static final Codec OPUS =
            new Codec(111, "opus", 48000, 2, "minptime=10;useinbandfec=1;usedtx=1", List.of("transport-cc"));

    private static final List<String> VIDEO_FEEDBACK = List.of("ccm fir", "nack", "nack pli", "transport-cc");
    private static final List<Codec> VP8_CODECS = List.of(
            new Codec(100, "VP8", 90000, 1, null, VIDEO_FEEDBACK),
            new Codec(96, "rtx", 90000, 1, "apt=100", List.of()));
    private static final List<Codec> VP9_CODECS = List.of(
            new Codec(101, "VP9", 90000, 1, "profile-id=0", VIDEO_FEEDBACK),
            new Codec(97, "rtx", 90000, 1, "apt=101", List.of()));
    private static final List<Codec> BOTH =
            Stream.concat(VP9_CODECS.stream(), VP8_CODECS.stream()).toList();

    private final int layers;

    MediaProfile(int layers) {
        this.layers = layers;
    }

    /**
     * A payload format.
     *
     * @param parameters the value of {@code a=fmtp}, null for none
     * @param feedback values of {@code a=rtcp-fb}
     */
    public record Codec(
            int payloadType, String name, int clockRate, int channels, String parameters, List<String> feedback) {}

    /** An RTP header extension. */
    public record HeaderExtension(int id, String uri) {}

    /** In how many sizes at once a camera is to be sent, as streams of their own. */
    public int layers() {
        return layers;
    }

    /** Formats of a media type that are offered, the preferred one first. */
    public List<Codec> codecs(MediaType media) {
        return switch (media) {
            case AUDIO -> List.of(OPUS);
            case VIDEO -> this == VP9_SVC ? BOTH : VP8_CODECS;
        };
    }

    /** Header extensions of an m-line. */
    public List<HeaderExtension> extensions(OfferLine line) {
        return switch (line.media()) {
            case AUDIO -> List.of(AUDIO_LEVEL, TRANSPORT_CC);
            case VIDEO -> line.layered() ? List.of(TRANSPORT_CC, STREAM_ID) : List.of(TRANSPORT_CC);
        };
    }

    /** Formats that bridges must know. */
    public static List<Codec> allCodecs(MediaType media) {
        return VP9_SVC.codecs(media);
    }

    /** Header extensions that bridges must know. */
    public static List<HeaderExtension> allExtensions(MediaType media) {
        return switch (media) {
            case AUDIO -> List.of(AUDIO_LEVEL, TRANSPORT_CC);
            case VIDEO -> List.of(TRANSPORT_CC, STREAM_ID);
        };
    }
}
