package io.directcall.contracts.asyncapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.contracts.media.MediaEvent;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.contracts.topic.Topic;
import io.directcall.contracts.topic.Topic.Retention;
import io.directcall.contracts.user.UserEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The description of all topics and event streams, in the form of AsyncAPI 3. */
final class AsyncApi {
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ObjectNode channels;
    private final ObjectNode operations;
    private final ObjectNode messages;
    private final Map<String, Class<?>> described = new HashMap<>();
    private final Schemas schemas = new Schemas();

    AsyncApi() {
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Direct Call")
                .put("version", "3")
                .put(
                        "description",
                        "Topics between the services, and the event streams that pages read. Made from the records in contracts/.");
        ObjectNode servers = root.putObject("servers");
        servers.putObject("kafka").put("host", "kafka:9092").put("protocol", "kafka");
        servers.putObject("edge").put("host", "calls.example.com").put("protocol", "https");
        channels = root.putObject("channels");
        operations = root.putObject("operations");
        ObjectNode components = root.putObject("components");
        messages = components.putObject("messages");
        for (Topic topic : Topic.values()) {
            topic(topic, TopicText.of(topic));
        }
        stream(
                "sessionStream",
                "/v3/sessions/{sessionId}/events",
                "sessionId",
                "What happens in a session, and its media: text/event-stream, the event's name is the message's, the id resumes. What has an `audience` is for moderators, what names its `uid` beside an offer for one participant. Also `gap` and `end`, see events-service/README.md.",
                List.of(SessionEvent.class, MediaEvent.class));
        stream(
                "userStream",
                "/v3/users/{uid}/events",
                "uid",
                "What rings for a user: text/event-stream, as the stream of a session.",
                List.of(UserEvent.class));
        components.set("schemas", schemas.all());
    }

    ObjectNode root() {
        return root;
    }

    private void topic(Topic topic, TopicText text) {
        ObjectNode channel = channels.putObject(topic.topicName());
        channel.put("address", topic.topicName());
        channel.put("description", text.about() + " Key: " + text.key() + ". Written by " + text.writer() + ".");
        channel.putArray("servers").addObject().put("$ref", "#/servers/kafka");
        ObjectNode settings = channel.putObject("bindings").putObject("kafka").putObject("topicConfiguration");
        boolean compacted = topic.cleanup() == Retention.COMPACT;
        settings.putArray("cleanup.policy").add(compacted ? "compact" : "delete");
        if (!compacted) {
            settings.put("retention.ms", topic.retention().toMillis());
        }
        carries(channel, text.value());
        operation(text.writer() + "-writes-" + topic.topicName(), "send", topic.topicName());
    }

    private void stream(String name, String path, String parameter, String about, List<Class<?>> types) {
        ObjectNode channel = channels.putObject(name);
        channel.put("address", path);
        channel.put("description", about);
        channel.putArray("servers").addObject().put("$ref", "#/servers/edge");
        channel.putObject("parameters").putObject(parameter);
        types.forEach(type -> carries(channel, type));
        operation("events-service-sends-" + name, "send", name);
    }

    private void carries(ObjectNode channel, Class<?> type) {
        ObjectNode carried = channel.withObjectProperty("messages");
        List<Class<?>> variants = Schemas.messages(type);
        for (Class<?> message : variants) {
            String name = message.getSimpleName();
            carried.putObject(name).put("$ref", "#/components/messages/" + name);
            Class<?> known = described.putIfAbsent(name, message);
            if (known != null && known != message) {
                throw new IllegalStateException("Two messages have one name: " + known + " and " + message);
            }
            if (known == null) {
                ObjectNode shown = messages.putObject(name);
                shown.put("contentType", "application/json");
                shown.set("payload", schemas.of(message, variants.size() > 1));
            }
        }
    }

    private void operation(String name, String action, String channel) {
        ObjectNode operation = operations.putObject(name);
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + channel);
    }
}
