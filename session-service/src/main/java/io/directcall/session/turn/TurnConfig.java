package io.directcall.session.turn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which relays pages may use when they can't reach a bridge directly. */
@ConfigMapping(prefix = "directcall.turn")
public interface TurnConfig {
    /**
     * Where they are, as browsers take it: {@code turn:turn.example.com:3478}, {@code turns:turn.example.com:443?transport=tcp}, {@code
     * stun:turn.example.com:3478}. None by default: bridges are reached directly then.
     */
    Optional<List<String>> urls();

    /** What this service and the TURN servers both know: coturn's {@code static-auth-secret}. */
    Optional<String> secret();

    /** How long credentials let a page begin to use a relay. Default 1 h. What has begun may go on for longer. */
    @WithDefault("1h")
    Duration lifetime();
}
