package io.directcall.events.position;

import io.directcall.contracts.topic.Topic;

/** A topic whose events are sent to clients. */
public enum Source {
    /** What session-service decided about a session. */
    SESSION(Topic.SESSION_EVENTS),
    /** What media-gateway decided about a session. */
    MEDIA(Topic.MEDIA_EVENTS),
    /** What concerns one user on all devices. */
    USER(Topic.USER_EVENTS);

    private final Topic topic;

    Source(Topic topic) {
        this.topic = topic;
    }

    /** The topic that the events come from. */
    public Topic topic() {
        return topic;
    }
}
