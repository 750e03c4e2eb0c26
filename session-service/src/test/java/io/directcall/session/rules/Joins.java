package io.directcall.session.rules;

import io.directcall.contracts.media.TrackKind;
import io.directcall.contracts.session.CallType;
import io.directcall.contracts.session.Role;
import io.directcall.contracts.token.CallUser;
import io.directcall.session.rules.SessionCommand.Join;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A join in the making: that of a participant who may send everything and says nothing, unless a part is changed. */
final class Joins {
    private final String uid;
    private Role role = Role.PARTICIPANT;
    private Set<TrackKind> publishes = Set.of(TrackKind.values());
    private Boolean audioMuted;
    private Boolean videoPaused;
    private CallType type;
    private Optional<Duration> idlePeriod = Optional.empty();
    private Optional<String> participantId = Optional.empty();
    private Admission admission;

    Joins(String uid) {
        this.uid = uid;
        this.admission = new Admission("token-of-" + uid, Given.START);
    }

    Joins role(Role wanted) {
        role = wanted;
        return this;
    }

    Joins publishes(TrackKind... kinds) {
        publishes = Set.of(kinds);
        return this;
    }

    Joins audioMuted(boolean muted) {
        audioMuted = muted;
        return this;
    }

    Joins videoPaused(boolean paused) {
        videoPaused = paused;
        return this;
    }

    Joins type(CallType wanted) {
        type = wanted;
        return this;
    }

    Joins idlePeriod(Duration period) {
        idlePeriod = Optional.of(period);
        return this;
    }

    /** Names who it was before. */
    Joins as(String pid) {
        participantId = Optional.of(pid);
        return this;
    }

    Joins token(String tokenId) {
        admission = new Admission(tokenId, Given.START);
        return this;
    }

    Join build() {
        var user = new CallUser(uid, uid.toUpperCase(Locale.ROOT), null);
        return new Join(user, role, publishes, audioMuted, videoPaused, type, idlePeriod, participantId, admission);
    }
}
