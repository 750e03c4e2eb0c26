package io.directcall.bridge.conference;

import io.directcall.bridge.channel.ChannelMessages;
import io.directcall.bridge.rtcp.ReportBlock;
import io.directcall.bridge.rtcp.RtcpMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the bridge sends by the clock: congestion feedback, receiver reports, key frame requests that were kept. */
public final class FeedbackRound {
    private static final int MOST_FEEDBACK_PACKETS = 5;
    private static final int MOST_REPORT_BLOCKS = 31;

    private FeedbackRound() {}

    /** To be called ten times a second: a browser adapts its bitrate by it. */
    public static void congestion(Conference conference) {
        for (Endpoint endpoint : conference.endpoints()) {
            int media = streamsOf(conference, endpoint).stream()
                    .map(Stream::ssrc)
                    .findFirst()
                    .orElse(0);
            for (int i = 0; i < MOST_FEEDBACK_PACKETS; i++) {
                Optional<byte[]> feedback = endpoint.transportFeedback().next(conference.feedbackSsrc(), media);
                if (feedback.isEmpty()) {
                    break;
                }
                endpoint.media().sendRtcp(feedback.get());
            }
        }
    }

    /** Sends the key frame requests that came too early before. */
    public static void keyframes(Conference conference) {
        for (int ssrc : conference.keyframes().due(conference.now())) {
            Stream stream = conference.stream(ssrc);
            if (stream == null) {
                conference.keyframes().forget(ssrc);
            } else {
                conference.sendKeyframeRequest(stream);
            }
        }
    }

    /** To be called every second. */
    public static void reports(Conference conference) {
        for (Endpoint endpoint : conference.endpoints()) {
            List<ReportBlock> blocks = new ArrayList<>();
            streamsOf(conference, endpoint).stream()
                    .map(Stream::reception)
                    .filter(Objects::nonNull)
                    .map(reception -> reception.report(conference.now()))
                    .filter(Objects::nonNull)
                    .limit(MOST_REPORT_BLOCKS)
                    .forEach(blocks::add);
            if (!blocks.isEmpty()) {
                endpoint.media().sendRtcp(RtcpMessages.receiverReport(conference.feedbackSsrc(), blocks));
            }
        }
    }

    /** To be called every second. */
    public static void downlinks(Conference conference) {
        conference.endpoints().forEach(endpoint -> endpoint.media().downlink().measure());
    }

    /** Checks addresses that did not answer yet. */
    public static void connectivityChecks(Conference conference) {
        conference.endpoints().forEach(endpoint -> endpoint.media().check());
    }

    /** To be called every ten seconds. */
    public static void connectionStats(Conference conference) {
        for (Endpoint endpoint : conference.endpoints()) {
            endpoint.channel()
                    .send(ChannelMessages.connectionStats(
                            endpoint.media().downlink().bitsPerSecond()));
        }
    }

    private static List<Stream> streamsOf(Conference conference, Endpoint endpoint) {
        return conference.streams().stream()
                .filter(stream -> stream.owner() == endpoint)
                .toList();
    }
}
