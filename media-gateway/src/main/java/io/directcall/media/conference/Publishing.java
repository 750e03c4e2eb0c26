package io.directcall.media.conference;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.Participant;
import io.directcall.contracts.session.Role;
import java.util.List;
import java.util.Set;

/**
 * What the session says of a participant's own media.
 *
 * @param allowed kinds of tracks that its token lets it send
 * @param screenShared it says that it shares a screen
 */
public record Publishing(Set<TrackKind> allowed, Switch microphone, Switch camera, boolean screenShared) {
    public Publishing {
        allowed = Set.copyOf(allowed);
    }

    static Publishing joined(Participant participant) {
        return new Publishing(
                participant.publishes(),
                Switch.initial(participant.audioMuted()),
                Switch.initial(participant.videoPaused()),
                participant.screenSharing());
    }

    /** Of a participant that was stored before this was. */
    public static Publishing unknown(boolean viewer) {
        Role role = viewer ? Role.VIEWER : Role.PARTICIPANT;
        return new Publishing(role.publishes(), Switch.ON, Switch.ON, false);
    }

    /** @param byOther whether somebody else than the participant asked for it */
    Publishing after(Participant participant, boolean byOther) {
        return new Publishing(
                participant.publishes(),
                microphone.after(participant.audioMuted(), byOther),
                camera.after(participant.videoPaused(), byOther),
                participant.screenSharing());
    }

    boolean allows(TrackKind kind) {
        return allowed.contains(kind);
    }

    /** What of the participant's sources the others may be offered. */
    List<Source> offered(List<Source> sources) {
        return sources.stream().filter(source -> allows(source.kind())).toList();
    }
}
