package io.directcall.session.webhook;

import io.directcall.session.webhook.WebhookConfig.TargetSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The configured targets. What is wrong in the configuration stops the service at its start, with the property's name. */
record Targets(List<Target> all) {
    private static final String NAME = "[A-Za-z0-9_-]{1,50}";

    Targets {
        all = List.copyOf(all);
    }

    /** @throws IllegalArgumentException that names the property and what is wrong with it, never a secret */
    static Targets of(WebhookConfig config) {
        boolean allowPrivate = config.webhookDelivery().allowPrivate();
        return new Targets(config.webhooks().entrySet().stream()
                .map(entry -> target(entry, allowPrivate))
                .toList());
    }

    private static Target target(Map.Entry<String, TargetSettings> entry, boolean allowPrivate) {
        String name = entry.getKey();
        TargetSettings settings = entry.getValue();
        String property = "directcall.webhooks." + name;
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException(property + ": the name must be 1 to 50 characters of A-Z a-z 0-9 _ -");
        }
        return new Target(
                name,
                named(property + ".url", () -> url(settings.url())),
                named(property + ".secret", () -> Signer.of(settings.secret())),
                named(property + ".triggers", () -> triggers(settings)),
                settings.allowPrivate().orElse(allowPrivate));
    }

    private static <T> T named(String property, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(property + " " + e.getMessage(), e);
        }
    }

    private static URI url(String text) {
        URI url = parse(text);
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        // User info would be in logs, and a receiver that checks the signature does not need it.
        if (!web || url.getHost() == null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must be an http or https URL with a host and without user info");
        }
        return url;
    }

    private static URI parse(String text) {
        try {
            return new URI(text.trim());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no URL: " + e.getReason(), e);
        }
    }

    private static Set<Trigger> triggers(TargetSettings settings) {
        return settings.triggers()
                .map(names -> names.stream().map(Targets::trigger).collect(Collectors.toUnmodifiableSet()))
                .orElseGet(() -> EnumSet.allOf(Trigger.class));
    }

    private static Trigger trigger(String text) {
        return Trigger.of(text.trim())
                .orElseThrow(() -> new IllegalArgumentException("has an unknown trigger '" + text + "'"));
    }
}
