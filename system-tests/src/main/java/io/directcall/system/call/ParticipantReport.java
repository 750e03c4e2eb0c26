package io.directcall.system.call;

/**
 * What one participant saw of the other.
 *
 * @param name the participant
 * @param ownPictureMs from the start of its own call until it saw itself; null when it did not
 * @param firstFrameMs from the join that completed the two until their first picture of the other; null without one
 * @param framesDecoded pictures of the other
 * @param frameWidth width of the last one
 * @param frameHeight height of the last one
 * @param videoKbps mean bitrate of the other's camera while measured
 * @param audioLevel root of the mean square of the other's sound while measured, 0..1
 * @param packetsReceived of sound and pictures
 * @param packetsLost of sound and pictures
 */
public record ParticipantReport(
        String name,
        Long ownPictureMs,
        Long firstFrameMs,
        long framesDecoded,
        int frameWidth,
        int frameHeight,
        long videoKbps,
        double audioLevel,
        long packetsReceived,
        long packetsLost) {

    /** Whether both picture and sound of the other arrived. */
    public boolean flowed() {
        return firstFrameMs != null && framesDecoded > 0 && frameWidth > 0 && frameHeight > 0 && audioLevel > 0;
    }
}
