package io.directcall.system.browser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/**
 * What the SDK measured in one page. Times are milliseconds of that page's clock.
 *
 * @param participantId null before the join
 * @param connectionState of the peer connection; {@code none} without one
 * @param joinStartedAt when the join was asked for
 * @param joinedAt when it was accepted; null before
 * @param ownPictureAt when the page's own picture was shown; null before
 * @param firstRemoteFrameAt when the first picture of somebody else was shown; null before
 * @param timeOrigin added to any of the times it gives milliseconds since 1970, so pages can be compared
 * @param sent what this page sends
 * @param remotes the others
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CallStats(
        String sessionId,
        String participantId,
        String connectionState,
        double joinStartedAt,
        Double joinedAt,
        Double ownPictureAt,
        Double firstRemoteFrameAt,
        double timeOrigin,
        List<Sent> sent,
        List<Remote> remotes) {

    /** One of the page's own tracks as it goes out; counters since the call began. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sent(String kind, long bytesSent, long packetsSent) {}

    /** Somebody else in the call and what arrived of them. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Remote(String participantId, String uid, String name, List<Track> tracks) {

        /** Their microphone. */
        public Optional<Track> audio() {
            return track("audio");
        }

        /** Their camera. */
        public Optional<Track> camera() {
            return track("camera");
        }

        /** Their screen, while it is there. */
        public Optional<Track> screen() {
            return track("screen");
        }

        private Optional<Track> track(String kind) {
            return tracks.stream().filter(track -> track.kind().equals(kind)).findFirst();
        }
    }

    /** One track as it arrived; counters since the connection began. Pictures have no energy and sound has no frames. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Track(
            String kind,
            long bytesReceived,
            long packetsReceived,
            long packetsLost,
            long framesDecoded,
            int frameWidth,
            int frameHeight,
            double totalAudioEnergy,
            double audioLevel) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads what a page wrote; empty for {@code null}. */
    static Optional<CallStats> parse(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, CallStats.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The page's figures can't be read: " + json, e);
        }
    }

    /** How many packets of one kind this page has sent: {@code audio}, {@code camera} or {@code screen}. */
    public long packetsSent(String kind) {
        return sent.stream()
                .filter(one -> one.kind().equals(kind))
                .mapToLong(Sent::packetsSent)
                .sum();
    }

    /** The other one with this name, if the page shows one. */
    public Optional<Remote> remote(String name) {
        return remotes.stream().filter(remote -> remote.name().equals(name)).findFirst();
    }
}
