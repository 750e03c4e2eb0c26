package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a bridge holds back of an endpoint, whatever its client sends. A bridge mutes an endpoint's audio or video as a whole; a single
 * source is held back by not telling the bridge of it, because it drops what it was not told of.
 *
 * @param audio all audio is muted
 * @param video all video is muted, camera and screen
 * @param withheld kinds of sources that the bridge is not told of
 */
public record Restrictions(boolean audio, boolean video, Set<TrackKind> withheld) {
    /** As a bridge makes an endpoint. */
    public static final Restrictions NONE = new Restrictions(false, false, Set.of());

    public Restrictions {
        withheld = Set.copyOf(withheld);
    }

    /** @param audioCall no pictures, until the call is switched to video */
    static Restrictions of(Publishing publishing, boolean audioCall) {
        EnumSet<TrackKind> withheld = EnumSet.noneOf(TrackKind.class);
        Arrays.stream(TrackKind.values())
                .filter(kind -> !publishing.allows(kind))
                .forEach(withheld::add);
        boolean audio = !publishing.allows(TrackKind.AUDIO) || publishing.microphone() == Switch.HELD;
        if (audio) {
            // A bridge mutes only packets that tell their loudness, and who sends them may leave that out.
            withheld.add(TrackKind.AUDIO);
        }
        boolean noVideo = !publishing.allows(TrackKind.CAMERA) && !publishing.allows(TrackKind.SCREEN);
        boolean video = audioCall || noVideo;
        if (publishing.camera() == Switch.HELD && publishing.allows(TrackKind.CAMERA)) {
            // Muting all video is one flag, and nothing is signalled anew when the camera returns; but it would take
            // the screen along.
            boolean screen = publishing.screenShared() && publishing.allows(TrackKind.SCREEN);
            video |= !screen;
            if (screen) {
                withheld.add(TrackKind.CAMERA);
            }
        }
        return new Restrictions(audio, video, withheld);
    }

    /** Whether something is held back that the others do not hold back. */
    boolean holdsMoreThan(Restrictions others) {
        return (audio && !others.audio) || (video && !others.video) || !others.withheld.containsAll(withheld);
    }

    /** What the bridge is told of a client's sources. */
    public List<Source> signalled(List<Source> sources) {
        return sources.stream()
                .filter(source -> !withheld.contains(source.kind()))
                .toList();
    }
}
