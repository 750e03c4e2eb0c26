package io.directcall.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes messages into the caller's transaction. They reach Kafka a few milliseconds after its commit, or not at all. */
@ApplicationScoped
public class Outbox {
    /** Below the broker's default limit of 1 MiB for a batch. A larger message would be refused for ever and block its lane. */
    static final int MAX_PAYLOAD_BYTES = 900_000;

    private static final String ROW = "(?, ?, ?, ?)";

    private final ObjectMapper json;

    Outbox(ObjectMapper json) {
        this.json = json.copy()
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    /**
     * Appends messages, in this order. The transaction must also change the aggregate that the key stands for, under optimistic lock: see
     * the package's description of the order guarantee.
     *
     * @param session with an open transaction
     * @return fails with {@link IllegalArgumentException} when a payload can't be written as JSON or is over 900,000 bytes; the caller's
     *     transaction then fails, not the relay
     */
    public Uni<Void> append(Mutiny.Session session, List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom().deferred(() -> insert(session, parameters(messages), messages.size()));
    }

    private static Uni<Void> insert(Mutiny.Session session, List<Object> parameters, int rows) {
        var query = session.createNativeQuery(insertAndNotify(rows), Long.class);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query.getSingleResult().replaceWithVoid();
    }

    /** PostgreSQL delivers the notification when the transaction commits, and equal ones of a transaction once. */
    private static String insertAndNotify(int rows) {
        return "with added as (insert into outbox (lane, topic, message_key, payload) values "
                + String.join(", ", Collections.nCopies(rows, ROW))
                + " returning lane) select count(pg_notify('" + WakeUps.CHANNEL + "', cast(lane as text))) from added";
    }

    private List<Object> parameters(List<OutboxMessage> messages) {
        var parameters = new ArrayList<Object>(messages.size() * 4);
        for (OutboxMessage message : messages) {
            parameters.add((short) Lanes.of(message.key()));
            parameters.add(message.topic().name());
            parameters.add(message.key());
            parameters.add(write(message));
        }
        return parameters;
    }

    private String write(OutboxMessage message) {
        if (message.payload() == null) {
            return null;
        }
        String payload;
        try {
            payload = json.writeValueAsString(message.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Can't write as JSON: " + message.payload().getClass(), e);
        }
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(message.payload().getClass() + " is too large: " + bytes + " bytes");
        }
        return payload;
    }
}
