package io.directcall.session.history.users;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.contracts.user.User;
import io.directcall.session.message.Messages;
import io.directcall.session.message.PatientHandling;
import io.directcall.session.ringing.GroupTable;
import io.directcall.session.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears from token-service who the users are, and who was deleted. Repeats do no harm. */
@ApplicationScoped
class UserMessages {
    private static final Logger LOG = Logger.getLogger(UserMessages.class);

    private final Transactions transactions;
    private final UsersTable users;
    private final Erasure erasure;
    private final GroupTable groups;
    private final ObjectMapper json;

    UserMessages(Transactions transactions, UsersTable users, Erasure erasure, GroupTable groups, ObjectMapper json) {
        this.transactions = transactions;
        this.users = users;
        this.erasure = erasure;
        this.groups = groups;
        this.json = json;
    }

    @Incoming("users")
    Uni<Void> heard(ConsumerRecord<String, String> message) {
        var handling = new PatientHandling(Messages.name(message));
        if (message.value() == null) {
            return handling.of(() -> erase(message.key(), Instant.ofEpochMilli(message.timestamp())));
        }
        User user = Messages.read(json, message, User.class);
        return user == null
                ? Uni.createFrom().voidItem()
                : handling.of(() -> transactions.in(db -> users.store(db, user)));
    }

    private Uni<Void> erase(String uid, Instant deletedAt) {
        return transactions
                .in(db -> users.remove(db, uid)
                        .chain(() -> groups.forget(db, uid))
                        .chain(() -> erasure.erase(db, uid, deletedAt)))
                .invoke(calls -> LOG.infof("a deleted user is anonymous in calls=%d", calls))
                .replaceWithVoid();
    }
}
