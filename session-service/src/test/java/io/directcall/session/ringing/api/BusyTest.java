package io.directcall.session.ringing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.session.testing.Client;
import io.directcall.session.testing.Database;
import io.directcall.session.testing.Phone;
import io.directcall.session.testing.UserLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BusyTest {
    private final Phone anna = Phone.of("anna");
    private final Phone ben = Phone.of("ben");
    private final Phone cleo = Phone.of("cleo");
    private final Phone dan = Phone.of("dan");

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    private static void assertBusyUser(Response answer) {
        answer.then().statusCode(409).body("error.code", equalTo("ERR_CALL_BUSY_USER"));
    }

    private static void assertBusySelf(Response answer) {
        answer.then().statusCode(409).body("error.code", equalTo("ERR_CALL_BUSY_SELF"));
    }

    @Test
    void whoTalksIsBusyAndTheCallStaysAsOneThatWasMissed() {
        // Given
        anna.talks(ben);

        // When
        Response answer = cleo.call(ben);

        // Then
        assertBusyUser(answer);
        assertThat(Database.number(
                        "select count(*) from sessions where state = 'ENDED' and end_reason = 'BUSY' and invitation like ?",
                        "%" + cleo.uid() + "%"))
                .isEqualTo(1);
        try (UserLog log = new UserLog()) {
            assertThat(log.words(ben, 2)).containsExactly("IncomingCall", "CallAccepted");
        }
        cleo.call(dan).then().statusCode(201);
    }

    @Test
    void whoCallsIsBusy() {
        // Given
        anna.rings(ben);

        // When
        Response answer = cleo.call(anna);

        // Then
        assertBusyUser(answer);
    }

    @Test
    void whoIsOnlyCalledIsNotBusy() {
        // Given
        anna.rings(ben);

        // When
        Response answer = cleo.call(ben);

        // Then
        answer.then().statusCode(201);
    }

    @Test
    void whoIsInASessionIsBusy() {
        // Given
        ben.in("meeting-" + UUID.randomUUID()).joined();

        // When
        Response answer = anna.call(ben);

        // Then
        assertBusyUser(answer);
    }

    @Test
    void whoCallsCannotCallAnother() {
        // Given
        anna.rings(ben);

        // When
        Response answer = anna.call(cleo);

        // Then
        assertBusySelf(answer);
    }

    @Test
    void whoTalksCannotAcceptAnother() {
        // Given
        String waiting = cleo.rings(ben);
        anna.talks(ben);

        // When
        Response answer = ben.accept(waiting);

        // Then
        assertBusySelf(answer);
    }

    @Test
    void whoTalksMayRejectAnother() {
        // Given
        String waiting = cleo.rings(ben);
        anna.talks(ben);

        // When
        Response answer = ben.reject(waiting, "{\"status\":\"busy\"}");

        // Then
        answer.then().statusCode(200).body("data.status", equalTo("busy"));
    }

    @Test
    void allAreFreeWhenTheCallIsOver() {
        // Given
        String sid = anna.talks(ben);

        // When
        anna.end(sid);

        // Then
        assertThat(Database.number("select count(*) from parties where session_id = ?", sid))
                .isZero();
        anna.call(cleo).then().statusCode(201);
        ben.call(dan).then().statusCode(201);
    }

    @Test
    void whoLeavesIsFreeThoughTheCallGoesOn() {
        // Given
        String sid = anna.talks(ben);
        String pid = anna.in(sid).joined();
        ben.in(sid).joined();

        // When
        anna.in(sid).remove(pid);

        // Then
        cleo.call(anna).then().statusCode(201);
        assertBusyUser(dan.call(ben));
    }

    @Test
    void whoAcceptedAndNeverCameIsFreeAfterAWhile() {
        // Given
        String sid = anna.talks(ben);
        anna.in(sid).joined();
        Database.update("update parties set busy_until = now() where session_id = ? and uid = ?", sid, ben.uid());

        // When
        Response answer = cleo.call(ben);

        // Then
        answer.then().statusCode(201);
    }
}
