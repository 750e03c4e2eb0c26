package io.directcall.session.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Participants are lost within seconds. */
public final class ShortTimes implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "directcall.presence.first-stream-grace", "4s",
                "directcall.presence.silence-grace", "1s",
                "directcall.presence.unheard-grace", "1s",
                "directcall.presence.replica-lease", "4s",
                "directcall.timers.sweep-interval", "0.2s",
                "directcall.timers.start-pause", "0s");
    }
}
