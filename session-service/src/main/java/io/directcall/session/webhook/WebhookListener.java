package io.directcall.session.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.session.rules.Decision;
import io.directcall.session.rules.Session;
import io.directcall.session.store.ChangeListener;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down the deliveries that follow from a change, in its transaction: none is lost, and none tells of what did not happen. */
@ApplicationScoped
class WebhookListener implements ChangeListener {
    private static final String INSERT = "insert into webhook_deliveries"
            + " (id, target, session_id, trigger, body, created_at, next_attempt_at, give_up_at) values ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?)";

    private final Targets targets;
    private final WebhookConfig config;
    private final ObjectMapper json;
    private final InstantSource clock;

    WebhookListener(Targets targets, WebhookConfig config, ObjectMapper json, InstantSource clock) {
        this.targets = targets;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Uni<Void> changed(Mutiny.Session db, Session before, Decision.Changed change) {
        if (targets.all().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Payload> payloads = Occasions.of(before, change).stream()
                .flatMap(occasion -> targets.all().stream()
                        .filter(target -> target.wants(occasion.trigger()))
                        .map(target -> Payload.of(occasion, target, config)))
                .toList();
        return payloads.isEmpty() ? Uni.createFrom().voidItem() : insert(db, payloads);
    }

    /** One statement for all: each would be a round trip that the caller of the command waits for. */
    private Uni<Void> insert(Mutiny.Session db, List<Payload> payloads) {
        List<Object> values = values(payloads);
        var query = db.createNativeQuery(INSERT + String.join(", ", Collections.nCopies(payloads.size(), ROW)));
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query.executeUpdate().replaceWithVoid();
    }

    private List<Object> values(List<Payload> payloads) {
        Instant now = clock.instant();
        var values = new ArrayList<Object>(payloads.size() * 8);
        for (Payload payload : payloads) {
            values.add("msg_" + UUID.randomUUID().toString().replace("-", ""));
            values.add(payload.webhook());
            values.add(payload.data().sessionId());
            values.add(payload.trigger().text());
            values.add(write(payload));
            values.add(now);
            values.add(now);
            values.add(now.plus(RetryRules.GIVE_UP_AFTER));
        }
        return values;
    }

    private String write(Payload payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Can't write as JSON: " + payload.trigger(), e);
        }
    }
}
