package io.directcall.session.history;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.directcall.contracts.session.CallType;
import io.directcall.contracts.topic.Topic;
import io.directcall.contracts.user.ReceiverType;
import io.directcall.contracts.user.RejectReason;
import io.directcall.contracts.user.User;
import io.directcall.session.rules.Party;
import io.directcall.session.rules.SessionCommand;
import io.directcall.session.rules.SessionCommand.Accept;
import io.directcall.session.rules.SessionCommand.Cancel;
import io.directcall.session.rules.SessionCommand.EndCall;
import io.directcall.session.rules.SessionCommand.Place;
import io.directcall.session.rules.SessionCommand.Reject;
import io.directcall.session.store.Sessions;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Kafka;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RingingHistoryTest {
    private final String unique = UUID.randomUUID().toString();
    private final String sid = "rang-" + unique;
    private final String anna = "anna-" + unique;
    private final String ben = "ben-" + unique;
    private final String cleo = "cleo-" + unique;
    private final Kafka kafka = new Kafka();

    @Inject
    Sessions sessions;

    @Inject
    Pool database;

    @BeforeAll
    static void tokens() {
        Client.newTokens();
        Kafka.awaitConsumers();
    }

    /** Names come from the topic of the users. */
    @BeforeEach
    void benIsAUser() {
        kafka.publish(Topic.USERS, ben, new User(ben, "Ben", "https://x.test/ben.png"));
        await().atMost(20, SECONDS).until(() -> isKnown(ben));
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    private boolean isKnown(String uid) {
        return database.preparedQuery("select 1 from users where uid = $1")
                        .execute(Tuple.of(uid))
                        .await()
                        .indefinitely()
                        .size()
                == 1;
    }

    private String invitation() {
        return database.preparedQuery("select invitation from sessions where id = $1")
                .execute(Tuple.of(sid))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }

    private void tell(SessionCommand command) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> sessions.tell(sid, command));
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private void annaCalls(String receiver, ReceiverType type, List<String> callees, Set<String> busy) {
        tell(new Place(
                new User(anna, "Anna", null),
                receiver,
                type,
                CallType.AUDIO,
                callees,
                Duration.ofMinutes(1),
                Map.of("ticket", 7),
                busy,
                false));
    }

    private void annaCallsBen() {
        annaCalls(ben, ReceiverType.USER, List.of(ben), Set.of());
    }

    private static Party party(String uid) {
        return new Party.User(uid);
    }

    @Test
    void aCallThatRingsIsThereForBoth() {
        // When
        annaCallsBen();

        // Then
        History.call(sid)
                .body("data.mode", equalTo("call"))
                .body("data.callCategory", equalTo("call"))
                .body("data.status", equalTo("initiated"))
                .body("data.type", equalTo("audio"))
                .body("data.receiverType", equalTo("user"))
                .body("data.startedAt", nullValue())
                .body("data.totalDuration", equalTo("00:00:00"))
                .body("data.totalParticipants", equalTo(0))
                .body("data.participants.uid", contains(anna, ben))
                .body("data.participants.hasJoined", contains(false, false))
                .body("data.participants.state", contains("initiated", "initiated"))
                .body("data.data.entities.initiator.entity.name", equalTo("Anna"))
                .body("data.data.entities.receiver.entity.name", equalTo("Ben"))
                .body("data.data.entities.receiver.entity.avatar", equalTo("https://x.test/ben.png"));
        History.list("direction=outgoing&status=initiated&uid=" + anna).then().body("data", hasSize(1));
        History.list("direction=incoming&mode=call&uid=" + ben).then().body("data", hasSize(1));
    }

    @Test
    void anAcceptedCallGoesOnAndEnds() {
        // Given
        annaCallsBen();
        tell(new Accept(ben, false));
        History.call(sid)
                .body("data.status", equalTo("ongoing"))
                .body("data.participants.state", contains("ongoing", "ongoing"));

        // When
        Client.of(sid, ben).joined();
        Client.of(sid, anna).joined();

        // Then
        History.call(sid)
                .body("data.status", equalTo("ongoing"))
                .body("data.startedAt", notNullValue())
                .body("data.participants.uid", contains(anna, ben))
                .body("data.participants.hasJoined", contains(true, true))
                .body("data.totalParticipants", equalTo(2));
        tell(new EndCall(party(ben)));
        History.call(sid)
                .body("data.status", equalTo("ended"))
                .body("data.participants.state", contains("ended", "ended"));
        History.list("status=ended&uid=" + ben).then().body("data.sessionId", contains(sid));
    }

    @Test
    void whoeverDoesNotWantIsSeen() {
        // Given
        annaCalls("team", ReceiverType.GROUP, List.of(ben, cleo), Set.of());

        // When
        tell(new Reject(ben, RejectReason.REJECTED));
        tell(new Cancel(party(anna)));

        // Then
        History.call(sid)
                .body("data.status", equalTo("cancelled"))
                .body("data.endedAt", notNullValue())
                .body("data.receiver", equalTo("team"))
                .body("data.participants.state", contains("cancelled", "rejected", "unanswered"));
        History.list("status=cancelled&guid=team&uid=" + cleo).then().body("data.sessionId", contains(sid));
    }

    @Test
    void aCallThatFindsAllBusyIsThereForThem() {
        // When
        annaCalls(ben, ReceiverType.USER, List.of(ben), Set.of(ben));

        // Then
        History.list("status=busy&uid=" + ben)
                .then()
                .body("data.sessionId", contains(sid))
                .body("data[0].participants.state", contains("busy", "busy"));
    }

    @Test
    void aDeletedUserIsAnonymousAndTheOthersKeepTheirHistory() {
        // Given
        annaCallsBen();
        tell(new Cancel(party(anna)));

        // When
        kafka.publishText(Topic.USERS, ben, null);

        // Then
        await().atMost(20, SECONDS).until(() -> !isKnown(ben));
        History.call(sid)
                .body("data.initiator", equalTo(anna))
                .body("data.receiver", equalTo("(deleted)"))
                .body("data.data.entities.receiver.entity.name", equalTo("Deleted user"))
                .body("data.data.entities.receiver.entity.avatar", nullValue())
                .body("data.participants.uid", contains(anna, "(deleted)"));
        assertThat(invitation())
                .contains("\"receiver\": \"(deleted)\"", "\"metadata\": {}", "\"uid\": \"(deleted)\"", anna)
                .doesNotContain(ben, "ticket");
        History.list("uid=" + ben).then().body("data", hasSize(0));
        History.list("uid=" + anna).then().body("data", hasSize(1));
    }
}
