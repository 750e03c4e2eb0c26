package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.media.View;
import io.directcall.media.conference.Source.Track;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How much video participants ask for, in about the bit rates that browsers send. Tells when an estimate of the network means anything:
 * bridges try no more than they are asked for, and what was not tried is not known.
 */
public final class Demand {
    /** More than this tells nothing more about the network, in kbit/s. */
    public static final int ENOUGH = 500;

    private static final int SMALL = 150;
    private static final int SMALL_HEIGHT = 180;

    private final Set<Track> sent = new HashSet<>();

    /** Of a conference as it is now. */
    public Demand(ConferenceState state) {
        state.endpoints().values().forEach(endpoint -> add(endpoint, state.audioCall()));
    }

    private void add(Endpoint endpoint, boolean audioCall) {
        Publishing publishing = endpoint.publishing();
        Restrictions restrictions = Restrictions.of(publishing, audioCall);
        restrictions.signalled(endpoint.sources()).stream()
                .map(Source::track)
                .filter(track -> !restrictions.video() && isShown(track.kind(), publishing))
                .forEach(sent::add);
    }

    private static boolean isShown(TrackKind kind, Publishing publishing) {
        return switch (kind) {
            case AUDIO -> false;
            case CAMERA -> publishing.camera() == Switch.ON;
            case SCREEN -> publishing.screenShared();
        };
    }

    /** What a participant's view asks for, in kbit/s; {@link #ENOUGH} at most. */
    public int kbps(String participantId, View view) {
        int sum = 0;
        var named = new HashSet<Track>();
        for (View.Tile tile : view.tiles()) {
            var track = new Track(tile.participantId(), tile.kind());
            boolean another = !tile.participantId().equals(participantId);
            if (another && sent.contains(track) && named.add(track)) {
                sum += kbps(tile.height());
            }
        }
        int unnamed = sent.size() - sentBy(participantId) - named.size();
        return Math.min(sum + unnamed * kbps(view.others()), ENOUGH);
    }

    private int sentBy(String participantId) {
        return (int) Stream.of(TrackKind.CAMERA, TrackKind.SCREEN)
                .filter(kind -> sent.contains(new Track(participantId, kind)))
                .count();
    }

    private static int kbps(int height) {
        if (height == 0) {
            return 0;
        }
        return height <= SMALL_HEIGHT ? SMALL : ENOUGH;
    }
}
