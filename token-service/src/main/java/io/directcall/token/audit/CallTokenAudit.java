package io.directcall.token.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.service.audit.AuditLog;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Writes down which call tokens were issued. Always in the log; to the topic as long as Kafka takes it, since a transaction for each token
 * would cost more than the token, and nobody who wants to join a call should wait for Kafka.
 */
@ApplicationScoped
public class CallTokenAudit {
    private final Emitter<Record<String, String>> topic;
    private final ObjectMapper json;

    /** Built by the container. */
    public CallTokenAudit(
            @Channel("audit") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<Record<String, String>> topic,
            ObjectMapper json) {
        this.topic = topic;
        this.json = json;
    }

    /** Never waits, and never fails what it tells of. */
    public void write(AuditEvent.CallTokenIssued issued) {
        AuditLog.write(issued);
        if (!topic.isCancelled()) {
            topic.send(Record.of(issued.subject(), text(issued)));
        }
    }

    private String text(AuditEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an audit event can be written as JSON", impossible);
        }
    }
}
