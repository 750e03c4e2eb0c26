package io.directcall.media.sdp;

import java.util.List;

/**
 * The codecs and header extensions that every offer and every endpoint uses. They are the same for all, with the same numbers, because
 * the bridge translates neither payload types nor extension ids.
 */
public final class MediaProfile {
    private static final HeaderExtension TRANSPORT_CC =
            new HeaderExtension(5, "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01");
    /** Without it the bridge can neither find the dominant speaker nor mute audio by force. */
    private static final HeaderExtension AUDIO_LEVEL =
            new HeaderExtension(1, "urn:ietf:params:rtp-hdrext:ssrc-audio-level");

    private static final List<Codec> AUDIO_CODECS =
            List.of(new Codec(111, "opus", 48000, 2, "minptime=10;useinbandfec=1", List.of("transport-cc")));
    private static final List<Codec> VIDEO_CODECS = List.of(
            new Codec(100, "VP8", 90000, 1, null, List.of("ccm fir", "nack", "nack pli", "transport-cc")),
            new Codec(96, "rtx", 90000, 1, "apt=100", List.of()));

    private MediaProfile() {}

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

    /** Formats of a media type, the preferred one first. */
    public static List<Codec> codecs(MediaType media) {
        return switch (media) {
            case AUDIO -> AUDIO_CODECS;
            case VIDEO -> VIDEO_CODECS;
        };
    }

    /** Header extensions of a media type. */
    public static List<HeaderExtension> extensions(MediaType media) {
        return switch (media) {
            case AUDIO -> List.of(AUDIO_LEVEL, TRANSPORT_CC);
            case VIDEO -> List.of(TRANSPORT_CC);
        };
    }
}
