package io.directcall.token.topic;

import io.directcall.contracts.topic.Topic;
import io.directcall.outbox.Outbox;
import io.directcall.outbox.OutboxMessage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells the other services what becomes of users and auth tokens, in the transaction that changes them. */
@ApplicationScoped
public class Announcer {
    /** A user may have thousands of auth tokens; a statement takes 65,535 parameters at most. */
    private static final int MESSAGES_PER_STATEMENT = 200;

    private final Outbox outbox;

    /** Built by the container. */
    public Announcer(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Appends messages to the outbox.
     *
     * @param session with an open transaction that holds the locks of the rows that the messages are about: their order is kept by that
     */
    public Uni<Void> announce(Mutiny.Session session, List<OutboxMessage> messages) {
        return Multi.createFrom()
                .iterable(messages)
                .group()
                .intoLists()
                .of(MESSAGES_PER_STATEMENT)
                .onItem()
                .transformToUniAndConcatenate(some -> outbox.append(session, some))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * Announces that auth tokens are not valid any more.
     *
     * @param session as above
     * @param hashes each 64 lower-case hex digits
     */
    public Uni<Void> announceRevoked(Mutiny.Session session, List<String> hashes) {
        return announce(
                session,
                hashes.stream()
                        .map(hash -> OutboxMessage.tombstone(Topic.AUTH_TOKENS, hash))
                        .toList());
    }
}
