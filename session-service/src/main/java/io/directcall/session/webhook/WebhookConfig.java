package io.directcall.session.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom to tell what happens in sessions. */
@ConfigMapping(prefix = "directcall")
public interface WebhookConfig {
    /** The targets by name. None by default: nothing is written then. */
    Map<String, TargetSettings> webhooks();

    /** What holds for all targets. */
    DeliverySettings webhookDelivery();

    /** Field {@code appId} of the payloads. The same property as token-service has. */
    @WithDefault("direct-call")
    String appId();

    /** Field {@code region} of the payloads. The same property as token-service has. */
    @WithDefault("us")
    String region();

    /** One target. */
    interface TargetSettings {
        /** Where to post to, http or https. */
        String url();

        /**
         * Signs what is sent: {@code whsec_} and the base64 of 24 to 64 random bytes. Several, separated by commas, while the receiver
         * changes from one to the other: each gives a signature.
         */
        List<String> secret();

        /** What to tell of, for example {@code meeting_started,meeting_ended}. All by default. */
        Optional<List<String>> triggers();

        /** Whether the target may have an address that is not public. By default what {@link DeliverySettings#allowPrivate} says. */
        Optional<Boolean> allowPrivate();
    }

    /** What holds for all targets. */
    interface DeliverySettings {
        /** Whether targets may have addresses that are not public. Default false, in dev mode true. */
        @WithDefault("false")
        boolean allowPrivate();

        /** How long deliveries are kept after they were delivered or given up. Default 7 days. */
        @WithDefault("7d")
        Duration retention();

        /** How often due deliveries are looked for. Default 1 s. Scheduler syntax. */
        @WithDefault("1s")
        String sweepInterval();
    }
}
