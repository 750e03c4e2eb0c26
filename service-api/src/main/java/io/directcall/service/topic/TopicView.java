package io.directcall.service.topic;

/**
 * What a compacted topic says now. Written by the thread of one {@link CompactedTopicReader}, read by all.
 *
 * @param <V> the values of the topic
 */
public interface TopicView<V> {
    /** Takes a published value in place of the one with the same key; one that cannot be used is logged and left out. */
    void add(V published);

    /** Forgets what was published under this key. */
    void withdraw(String key);

    /** Whether all that was published before the start is known: until then what is not known may exist. */
    boolean complete();

    /** All that was published before the start is known from now on. */
    void markComplete();
}
