package io.directcall.system.bench.events;

import io.vertx.core.http.RequestOptions;
import java.util.List;

/** Something that takes events and hands them to the subscribers of a channel, who listen by server-sent events. */
interface Hub extends Publisher, AutoCloseable {
    /** As the report calls it. */
    String name();

    /** Makes what subscribers of these channels need. */
    void prepare(List<String> channels);

    /** The request that opens the stream of a channel. */
    RequestOptions stream(String channel);

    /** What its processes have used so far. */
    ProcessUse use();

    @Override
    void close();
}
