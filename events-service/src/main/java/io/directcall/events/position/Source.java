package io.directcall.events.position;

import io.directcall.contracts.topic.Topic;

/** The topics whose events make up a session's stream. A session has the same partition number in both. */
public enum Source {
    /** What session-service decided. */
    SESSION(Topic.SESSION_EVENTS),
    /** What media-gateway decided. */
    MEDIA(Topic.MEDIA_EVENTS);

    private final Topic topic;

    Source(Topic topic) {
        this.topic = topic;
    }

    /** The topic that the events come from. */
    public Topic topic() {
        return topic;
    }
}
