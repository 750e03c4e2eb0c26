package io.directcall.events.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What events-service is configured with. */
@ConfigMapping(prefix = "directcall.events")
public interface EventsConfig {
    /** How long a stream is silent at most: a comment is sent then, so that proxies and clients see it alive. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How long a client may take nothing while bytes wait for it before it is cut off. It resumes where it was. */
    @WithDefault("10s")
    Duration writeDeadline();

    /** How long a client waits before it reconnects, as the stream tells it. */
    @WithDefault("1s")
    Duration retry();

    /** When this replica stops, its clients come back to others spread over this time. */
    @WithDefault("3s")
    Duration drainSpread();

    /** How long a stopping replica waits for its streams to end. */
    @WithDefault("3s")
    Duration drainTimeout();

    /** How long a new stream waits for Kafka before it is refused with 503. */
    @WithDefault("5s")
    Duration openTimeout();

    /**
     * How much earlier than its cursor a stream starts. The cursor is a time of session-service, the events carry the broker's: this is
     * how far their clocks may differ with nothing lost. Clients drop what they know by {@code seq}.
     */
    @WithDefault("2s")
    Duration clockMargin();

    /**
     * How far back the stream of a user begins that names no place: what rings now was placed within this time. As long as calls ring at
     * most; longer costs a few events more at each start.
     */
    @WithDefault("60s")
    Duration ringingLookback();

    /** Most streams at once; more are refused with 503. A stream is an open file of the process. */
    @WithDefault("15000")
    int maxStreams();

    /**
     * Most streams at once of a user, on all devices; more are refused with 429. A tab has two, and one whose client vanished counts until
     * that is noticed. 0 is no limit.
     */
    @WithDefault("50")
    int streamsPerUser();

    /**
     * Most streams at once of an IPv4 address, or an IPv6 network of 64 bits: a large office sits behind one, and none should fill a
     * replica alone. 0 is no limit.
     */
    @WithDefault("3000")
    int streamsPerAddress();

    /** Most events that wait for one client; beyond it the client catches up at its own speed. */
    @WithDefault("256")
    int queueFrames();

    /** Most bytes of events that wait for one client. */
    @WithDefault("262144")
    int queueBytes();

    /** Bytes of the kernel's send buffer of a connection: what a client that does not read may pin there. */
    @WithDefault("131072")
    int sendBuffer();

    /** Most events of a partition that are kept in memory for clients that reconnect. */
    @WithDefault("4096")
    int memoryEvents();

    /** Most bytes of a partition's events that are kept in memory. */
    @WithDefault("8388608")
    long memoryBytes();

    /** Records of each topic before the end that are read when a partition gets its first subscriber. */
    @WithDefault("500")
    int warmUpRecords();

    /** How long a partition is still read after its last subscriber has gone. */
    @WithDefault("30s")
    Duration linger();

    /** How often this replica says that it is alive. Well below {@code directcall.presence.replica-lease} of session-service. */
    @WithDefault("5s")
    Duration aliveInterval();

    /** How long presence is held back while Kafka is away; older messages are lost and counted. */
    @WithDefault("10m")
    Duration presencePatience();

    /** Most presence messages that wait for Kafka; more are lost and counted. */
    @WithDefault("20000")
    int presenceQueue();
}
