package io.directcall.system.bench.events;

/** Takes the events of the benchmark's sessions. */
interface Publisher {
    /** Hands over an event without waiting for it to be stored; those of one channel keep their order. May be called on any thread. */
    void publish(String channel, String event);
}
