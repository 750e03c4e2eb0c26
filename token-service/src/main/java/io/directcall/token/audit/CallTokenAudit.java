package io.directcall.token.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.audit.AuditEvent;
import io.directcall.contracts.topic.Topic;
import io.directcall.service.ServiceConfig;
import io.directcall.service.audit.AuditLog;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * Writes down which call tokens were issued. Always in the log; to the topic as long as Kafka takes it, since a transaction for each token
 * would cost more than the token, and nobody who wants to join a call should wait for Kafka.
 */
@ApplicationScoped
public class CallTokenAudit {
    private final AuditSender topic;

    /** Built by the container. */
    public CallTokenAudit(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, ServiceConfig config, ObjectMapper json) {
        String name = Topic.AUDIT.nameWithPrefix(config.topicPrefix().orElse(""));
        this.topic = new AuditSender(() -> AuditSender.producer(kafka), name, json);
    }

    /** Never waits, and never fails what it tells of. */
    public void write(AuditEvent.CallTokenIssued issued) {
        AuditLog.write(issued);
        topic.offer(issued);
    }

    void stop(@Observes ShutdownEvent stopping) {
        topic.close();
    }
}
