package io.directcall.media.ownership;

import io.directcall.media.conference.Conference;
import io.directcall.media.config.MediaGatewayConfig;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Reads session events and media commands and hands each to its session's lane. A message is acknowledged when all that follows from it is
 * done or stored. Kafka gets it back unacknowledged after a crash: repeats are harmless.
 */
@ApplicationScoped
public class SessionInbox {
    private final Multi<Message<String>> messages;
    private final InboxReader reader;
    private final SessionOwner owner;
    private final MediaGatewayConfig config;
    private Cancellable subscription = () -> {};

    SessionInbox(
            @Channel("session-inbox") Multi<Message<String>> messages,
            InboxReader reader,
            SessionOwner owner,
            MediaGatewayConfig config) {
        this.messages = messages;
        this.reader = reader;
        this.owner = owner;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        subscription = messages.onItem()
                .transformToUni(this::handle)
                .merge(config.ownership().inFlight())
                .subscribe()
                .with(done -> {}, failure -> Log.error("the inbox has stopped", failure));
    }

    void stop(@Observes ShutdownEvent event) {
        subscription.cancel();
    }

    private Uni<Void> handle(Message<String> message) {
        return reader.read(topic(message), message.getPayload())
                .map(task -> carryOut(task.sessionId(), task.change()))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .chain(() -> Uni.createFrom().completionStage(message::ack));
    }

    private static String topic(Message<String> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(metadata -> metadata.getTopic())
                .orElse("");
    }

    /** While the database is away this holds the message and, when enough of them wait, the consumer. */
    private Uni<Void> carryOut(String sessionId, Consumer<Conference> change) {
        return owner.handle(sessionId, change).onFailure().recoverWithUni(failure -> {
            Log.errorf(failure, "session=%s message dropped", sessionId);
            return Uni.createFrom().voidItem();
        });
    }
}
