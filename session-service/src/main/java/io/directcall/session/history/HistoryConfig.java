package io.directcall.session.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long the history of calls is kept. */
@ConfigMapping(prefix = "directcall.history")
interface HistoryConfig {
    /** For how long after its end a call stays in the history, for example {@code 365d}. For ever by default. */
    Optional<Duration> retention();

    /** How often old calls are looked for. Default 10 min. Scheduler syntax. */
    @WithDefault("10m")
    String sweepInterval();
}
