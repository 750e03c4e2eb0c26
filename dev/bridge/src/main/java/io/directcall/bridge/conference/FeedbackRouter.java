package io.directcall.bridge.conference;

import io.directcall.bridge.rtcp.ReceptionStatistics;
import io.directcall.bridge.rtcp.RtcpMessages;
import io.directcall.bridge.rtcp.RtcpPacket;
import io.directcall.bridge.rtp.Packet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;

/** Answers and passes on the RTCP of one conference. Runs on the reader thread, so it never waits. */
final class FeedbackRouter {
    /** Answers to one NACK; more would let a small packet cause a flood. */
    private static final int MOST_RESENT = 100;

    private final Conference conference;
    private final LongAdder resent = new LongAdder();

    FeedbackRouter(Conference conference) {
        this.conference = conference;
    }

    /** Packets sent again from the cache. */
    long resent() {
        return resent.sum();
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
                    conference.requestKeyframe(sentTo(from, asked));
                }
            }
        }
    }

    /** What a receiver gets as this stream: of simulcast it knows only the first layer's SSRC. */
    private Stream sentTo(Endpoint receiver, Stream stream) {
        if (!stream.source().isLayer(stream.ssrc())) {
            return stream;
        }
        Stream wanted = conference.stream(receiver.layers(stream.source()).wanted());
        return wanted == null ? stream : wanted;
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
        for (Endpoint receiver : conference.endpoints()) {
            if (receiver != from && receiver.receives(stream)) {
                senderInfo(stream, report, receiver).ifPresent(receiver.media()::sendRtcp);
            }
        }
    }

    private static Optional<byte[]> senderInfo(Stream stream, RtcpPacket report, Endpoint receiver) {
        SourceDescription source = stream.source();
        if (!source.isLayer(stream.ssrc())) {
            return Optional.of(RtcpMessages.senderInfo(report));
        }
        return receiver.layers(source)
                .timestampsOf(stream.ssrc())
                .map(later -> RtcpMessages.senderInfo(report, source.layers().getFirst(), later));
    }

    /** Answers from the cache; what the bridge lacks too is asked of the sender. */
    private void nack(Endpoint receiver, int ssrc, List<Integer> lost) {
        Stream stream = conference.stream(ssrc);
        if (stream == null || stream.owner() == receiver || !receiver.receives(stream)) {
            return;
        }
        Map<Stream, List<Integer>> missing = new HashMap<>();
        for (int sequence : lost.subList(0, Math.min(MOST_RESENT, lost.size()))) {
            original(stream, sequence, receiver)
                    .filter(original -> !resend(original, receiver))
                    .ifPresent(original -> missing.computeIfAbsent(original.stream(), any -> new ArrayList<>())
                            .add(original.sequenceNumber()));
        }
        missing.forEach(this::askAgain);
    }

    /** A packet as it came, and how it is sent. */
    private record Original(Stream stream, int sequenceNumber, UnaryOperator<Packet> sent) {}

    private Optional<Original> original(Stream stream, int sequence, Endpoint receiver) {
        SourceDescription source = stream.source();
        if (!source.isLayer(stream.ssrc())) {
            return Optional.of(new Original(stream, sequence, Packet::copy));
        }
        return receiver.layers(source)
                .original(sequence)
                .filter(original -> conference.stream(original.layer()) != null)
                .map(original -> new Original(
                        conference.stream(original.layer()), original.sequenceNumber(), original::rewritten));
    }

    /** Whether the bridge has the packet. */
    private boolean resend(Original original, Endpoint receiver) {
        Optional<Packet> cached = original.stream().cache().get(original.sequenceNumber());
        if (cached.isPresent() && !conference.isLostOnPurpose()) {
            resent.increment();
            receiver.media().sendRtpAgain(original.sent().apply(cached.get()));
        }
        return cached.isPresent();
    }

    private void askAgain(Stream stream, List<Integer> missing) {
        List<Integer> ask = stream.upstreamNacks().toAsk(missing, conference.now());
        if (!ask.isEmpty()) {
            stream.owner().media().sendRtcp(RtcpMessages.nack(conference.feedbackSsrc(), stream.ssrc(), ask));
        }
    }
}
