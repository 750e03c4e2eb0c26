package io.directcall.session.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * What an installation allows, and for how long.
 *
 * @param muteOthers who may mute and pause others
 * @param sameUser what happens when a user joins a session that it is in already
 * @param graces how long a participant may be silent
 * @param idlePeriod how long a participant may be alone, unless its join says otherwise
 * @param idleNotice how long before the end of the idle period it is warned
 * @param waiting how long after a call was accepted somebody must have joined
 * @param videoRequest how long a request to go on with video is open
 * @param maxLength how long a session may last; empty for no limit
 */
public record Policy(
        MuteOthers muteOthers,
        SameUser sameUser,
        Presence.Graces graces,
        Duration idlePeriod,
        Duration idleNotice,
        Duration waiting,
        Duration videoRequest,
        Optional<Duration> maxLength) {
    /** Who may mute and pause others. */
    public enum MuteOthers {
        /** Everyone in the call who is no viewer. */
        EVERYONE,
        MODERATORS
    }

    /** What happens when a user joins a session that it is in already, on a second device for example. */
    public enum SameUser {
        /** Both participants stay. */
        BOTH_STAY,
        /** The older one leaves and is told why. */
        OLDER_LEAVES
    }
}
