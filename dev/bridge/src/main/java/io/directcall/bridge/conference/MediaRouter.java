package io.directcall.bridge.conference;

import io.directcall.bridge.rtcp.ReceptionStatistics;
import io.directcall.bridge.rtcp.RtcpMessages;
import io.directcall.bridge.rtcp.RtcpPacket;
import io.directcall.bridge.rtp.Packet;
import io.directcall.bridge.rtp.Retransmission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** Forwards the media of one conference. Runs on the reader thread, so it never waits. */
final class MediaRouter {
    /** Answers to one NACK; more would let a small packet cause a flood. */
    private static final int MOST_RESENT = 100;

    private final Conference conference;
    private final LongAdder resent = new LongAdder();
    private final double loss;

    MediaRouter(Conference conference) {
        this.conference = conference;
        this.loss = conference.context().limits().lossPercent() / 100;
    }

    /** Packets sent again from the cache. */
    long resent() {
        return resent.sum();
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
            if (receiver != stream.owner() && receiver.receives(stream) && !isLostOnPurpose()) {
                receiver.media().sendRtp(packet.copy());
            }
        }
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

    private boolean isLostOnPurpose() {
        return loss > 0 && ThreadLocalRandom.current().nextDouble() < loss;
    }

    void rtcp(Endpoint from, Packet compound) {
        for (RtcpPacket packet : RtcpPacket.split(compound)) {
            if (RtcpMessages.isSenderReport(packet)) {
                senderReport(from, packet);
            }
            List<Integer> lost = RtcpMessages.nacked(packet);
            if (!lost.isEmpty()) {
                nack(from, packet.int32(8), lost);
            }
            for (int ssrc : RtcpMessages.keyFramesAsked(packet)) {
                Stream asked = conference.stream(ssrc);
                if (asked != null && asked.owner() != from) {
                    conference.requestKeyframe(asked);
                }
            }
        }
    }

    private void senderReport(Endpoint from, RtcpPacket report) {
        Stream stream = conference.stream(report.senderSsrc());
        if (stream == null || stream.owner() != from || stream.primary().isPresent()) {
            return;
        }
        ReceptionStatistics reception = stream.reception();
        if (reception != null) {
            reception.senderReport(report.u16(10) << 16 | report.u16(12), conference.now());
        }
        byte[] info = RtcpMessages.senderInfo(report);
        for (Endpoint receiver : conference.endpoints()) {
            if (receiver != from && receiver.receives(stream)) {
                receiver.media().sendRtcp(info);
            }
        }
    }

    /** Answers from the cache; what the bridge lacks too is asked of the sender. */
    private void nack(Endpoint receiver, int ssrc, List<Integer> lost) {
        Stream stream = conference.stream(ssrc);
        if (stream == null || stream.owner() == receiver || !receiver.receives(stream)) {
            return;
        }
        List<Integer> missing = new ArrayList<>();
        for (int sequence : lost.subList(0, Math.min(MOST_RESENT, lost.size()))) {
            Optional<Packet> cached = stream.cache().get(sequence);
            if (cached.isEmpty()) {
                missing.add(sequence);
            } else if (!isLostOnPurpose()) {
                resent.increment();
                receiver.media().sendRtpAgain(cached.get().copy());
            }
        }
        List<Integer> ask = stream.upstreamNacks().toAsk(missing, conference.now());
        if (!ask.isEmpty()) {
            stream.owner().media().sendRtcp(RtcpMessages.nack(conference.feedbackSsrc(), ssrc, ask));
        }
    }
}
