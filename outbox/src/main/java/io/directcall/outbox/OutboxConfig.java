package io.directcall.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. The defaults fit all services of the suite. */
@ConfigMapping(prefix = "directcall.outbox")
public interface OutboxConfig {
    /** Rows that are published in one transaction. Default 256: one batch then stays well under the producer's buffer. */
    @WithDefault("256")
    int batchSize();

    /**
     * How often the table is looked through for rows whose wake-up was missed. Default 1 s. Scheduler syntax, for example {@code 1s}.
     */
    @WithDefault("1s")
    String sweepInterval();

    /**
     * How long a transaction waits for the broker's acknowledgements before it gives its database connection back. Default 5 s. What
     * the producer has not sent by then is dropped, and sent anew by the next attempt. PostgreSQL ends a transaction that is silent for twice
     * as long, as its relay must be dead.
     */
    @WithDefault("5s")
    Duration ackTimeout();

    /** The longest pause between attempts while Kafka or the database is away. Default 5 s; the first pause is 100 ms. */
    @WithDefault("5s")
    Duration maxBackOff();

    /** How long the relay may go on with its batches when the service stops. Default 5 s. */
    @WithDefault("5s")
    Duration stopTimeout();
}
