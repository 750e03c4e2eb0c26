package io.directcall.token.key;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once tokens can be signed. */
@Readiness
@ApplicationScoped
public class KeyReadiness implements HealthCheck {
    private final KeyRing ring;

    /** Built by the container. */
    public KeyReadiness(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing-key-published")
                .status(ring.usable())
                .build();
    }
}
