package io.directcall.bridge.conference;

import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Retransmission;
import java.util.Optional;

/** Forwards the RTP of one conference. Runs on the reader thread, so it never waits. */
final class MediaRouter {
    private final Conference conference;

    MediaRouter(Conference conference) {
        this.conference = conference;
    }

    void rtp(Endpoint from, Packet packet) {
        long now = conference.now();
        RtpFormat.Marks marks = from.format().marks(packet);
        if (marks.transportSequence() >= 0) {
            from.transportFeedback().received(marks.transportSequence(), conference.microsOfAge(now));
        }
        Stream stream = conference.stream(packet.ssrc());
        PayloadType type = from.format().payloadType(packet.payloadType()).orElse(null);
        if (stream == null || type == null || stream.owner() != from) {
            return; // not signalled, or not any more
        }
        stream.reception(type.clockRate()).packet(packet.sequenceNumber(), packet.timestamp(), now);
        stream.arrived(now);
        if (isMuted(from, stream, marks)) {
            return;
        }
        if (marks.audioLevel() >= 0 && type.kind() == MediaKind.AUDIO) {
            conference.speech().level(from.id(), marks.audioLevel());
        }
        Packet plain = from.format().forForwarding(packet);
        if (stream.primary().isEmpty()) {
            forward(stream, plain);
        } else {
            recover(stream, plain, type);
        }
    }

    /** Muting audio works by the audio level extension, as in Jitsi Videobridge: without it nothing is held back. */
    private static boolean isMuted(Endpoint from, Stream stream, RtpFormat.Marks marks) {
        MediaKind kind = stream.source().kind();
        return from.forceMute().covers(kind) && (kind == MediaKind.VIDEO || marks.audioLevel() >= 0);
    }

    private void forward(Stream stream, Packet packet) {
        stream.cache().put(packet);
        for (Endpoint receiver : conference.endpoints()) {
            if (receiver != stream.owner() && receiver.receives(stream)) {
                asReceived(stream, packet, receiver)
                        .filter(sent -> !conference.isLostOnPurpose())
                        .ifPresent(receiver.media()::sendRtp);
            }
        }
    }

    private Optional<Packet> asReceived(Stream stream, Packet packet, Endpoint receiver) {
        SourceDescription source = stream.source();
        return source.isLayer(stream.ssrc())
                ? receiver.layers(source).forward(packet, conference.now())
                : Optional.of(packet.copy());
    }

    /** A retransmission is turned into what was lost, which all receivers still lack. */
    private void recover(Stream rtx, Packet packet, PayloadType type) {
        Stream primary = conference.stream(rtx.primary().getAsInt());
        if (primary == null
                || primary.owner() != rtx.owner()
                || type.associated().isEmpty()) {
            return;
        }
        Optional<Packet> original = Retransmission.original(
                packet, primary.ssrc(), type.associated().getAsInt());
        // Browsers also probe the bandwidth with packets that arrived long ago.
        original.filter(found -> primary.cache().get(found.sequenceNumber()).isEmpty())
                .ifPresent(found -> forward(primary, found));
    }
}
