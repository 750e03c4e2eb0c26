package io.directcall.system.call;

import java.util.List;

/**
 * A call and what each participant saw.
 *
 * @param session its id
 * @param seconds how long it was measured
 * @param participants one entry each
 * @param mediaFlowed whether all of them saw and heard the other
 */
public record CallReport(String session, long seconds, List<ParticipantReport> participants, boolean mediaFlowed) {

    CallReport(String session, long seconds, List<ParticipantReport> participants) {
        this(session, seconds, participants, participants.stream().allMatch(ParticipantReport::flowed));
    }

    /** For people. */
    String table() {
        StringBuilder text = new StringBuilder(String.format(
                "%-10s %12s %12s %8s %10s %12s %12s %16s%n",
                "", "OWN PICTURE", "FIRST FRAME", "FRAMES", "SIZE", "VIDEO", "AUDIO LEVEL", "PACKETS LOST"));
        for (ParticipantReport one : participants) {
            text.append(String.format(
                    "%-10s %12s %12s %8d %10s %12s %12.3f %16s%n",
                    one.name(),
                    seconds(one.ownPictureMs()),
                    seconds(one.firstFrameMs()),
                    one.framesDecoded(),
                    one.frameWidth() + "x" + one.frameHeight(),
                    one.videoKbps() + " kbit/s",
                    one.audioLevel(),
                    one.packetsLost() + " of " + (one.packetsReceived() + one.packetsLost())));
        }
        return text.toString();
    }

    private static String seconds(Long millis) {
        return millis == null ? "none" : String.format("%.2f s", millis / 1000.0);
    }
}
