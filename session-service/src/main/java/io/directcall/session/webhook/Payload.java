package io.directcall.session.webhook;

/**
 * The body of a delivery, as CometChat's webhooks have it.
 *
 * @param type always {@code meet}
 * @param webhook name of the target
 */
record Payload(Trigger trigger, Occasion data, String type, String appId, String region, String webhook) {
    static Payload of(Occasion occasion, Target target, WebhookConfig config) {
        return new Payload(occasion.trigger(), occasion, "meet", config.appId(), config.region(), target.name());
    }
}
