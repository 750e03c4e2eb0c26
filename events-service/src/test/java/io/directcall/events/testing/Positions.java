package io.directcall.events.testing;

import io.directcall.events.position.Channel;
import io.directcall.events.position.Position;
import io.directcall.events.position.Source;

/** Positions by their numbers. */
public final class Positions {
    private Positions() {}

    /** In the topics of sessions. */
    public static Position sessionAt(long session, long media) {
        return Position.at(Channel.SESSION, source -> source == Source.SESSION ? session : media);
    }

    /** In the topic of users. */
    public static Position userAt(long next) {
        return Position.at(Channel.USER, source -> next);
    }
}
