package io.directcall.contracts.asyncapi;

import io.directcall.contracts.apikey.ApiKey;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.bridge.BridgeEvent;
import io.directcall.contracts.media.MediaCommand;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.presence.PresenceEvent;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.token.Revocation;
import io.directcall.contracts.token.SigningKey;
import io.directcall.contracts.topic.Topic;
import io.directcall.contracts.user.AuthToken;
import io.directcall.contracts.user.User;
import io.directcall.contracts.user.UserEvent;

/**
 * What the description says of a topic beside its name and how it is cleaned.
 *
 * @param value what its records hold
 * @param key of its records
 * @param writer the service that writes it
 * @param about one line
 */
record TopicText(Class<?> value, String key, String writer, String about) {
    /** A new topic does not compile before it has its line here. */
    static TopicText of(Topic topic) {
        return switch (topic) {
            case SESSION_EVENTS ->
                new TopicText(
                        SessionEvent.class,
                        "session id",
                        "session-service",
                        "The life of sessions. What is for moderators token-service writes.");
            case MEDIA_EVENTS ->
                new TopicText(MediaEvent.class, "session id", "media-gateway", "The media of sessions.");
            case MEDIA_COMMANDS ->
                new TopicText(
                        MediaCommand.class,
                        "session id",
                        "media-gateway",
                        "What clients ask of their session's media, for the replica that owns the session.");
            case BRIDGE_EVENTS -> new TopicText(BridgeEvent.class, "bridge id", "media-gateway", "How bridges are.");
            case PRESENCE_EVENTS ->
                new TopicText(
                        PresenceEvent.class,
                        "session id, or id of the replica that says it is alive",
                        "events-service",
                        "Who listens to a session.");
            case USER_EVENTS ->
                new TopicText(UserEvent.class, "uid of whom it concerns", "session-service", "Ringing.");
            case AUDIT ->
                new TopicText(
                        AuditEvent.class,
                        "what it was done to: uid, session id or id of a key",
                        "token-service",
                        "Who did what that matters to security. What was done to sessions session-service writes.");
            case USERS ->
                new TopicText(User.class, "uid", "token-service", "All users; a tombstone when one was deleted.");
            case AUTH_TOKENS ->
                new TopicText(
                        AuthToken.class,
                        "hash",
                        "token-service",
                        "All auth tokens that are valid; a tombstone revokes.");
            case API_KEYS ->
                new TopicText(
                        ApiKey.class, "hash", "token-service", "All API keys that are valid; a tombstone revokes.");
            case SIGNING_KEYS ->
                new TopicText(
                        SigningKey.class,
                        "key id",
                        "token-service",
                        "Public keys of call tokens; a tombstone withdraws one.");
            case REVOCATIONS ->
                new TopicText(
                        Revocation.class,
                        "what is revoked",
                        "token-service",
                        "Call tokens that count no more before they expire; a tombstone when all have expired, or a ban was lifted.");
        };
    }
}
