package io.directcall.session.ringing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.session.Role;
import io.directcall.contracts.user.UserEvent;
import io.directcall.contracts.user.UserEvent.CallEnded;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Phone;
import io.directcall.session.testing.UserLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However the session of a call ends, its parties hear of it. */
@QuarkusTest
class CallEndsTest {
    private final Phone anna = Phone.of("anna");
    private final Phone ben = Phone.of("ben");
    private final UserLog log = new UserLog();

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private void assertTold(String by) {
        UserEvent annas = log.told(anna, 2).getLast();
        UserEvent bens = log.told(ben, 3).getLast();
        assertThat(annas)
                .isInstanceOfSatisfying(
                        CallEnded.class, end -> assertThat(end.by()).isEqualTo(by));
        assertThat(bens)
                .isInstanceOfSatisfying(
                        CallEnded.class, end -> assertThat(end.by()).isEqualTo(by));
    }

    @Test
    void bothLeave() {
        // Given
        String sid = anna.talks(ben);
        String annas = anna.in(sid).joined();
        String bens = ben.in(sid).joined();
        anna.in(sid).remove(annas);

        // When
        ben.in(sid).remove(bens);

        // Then
        assertTold(null);
    }

    @Test
    void oneEndsTheSession() {
        // Given
        String sid = anna.talks(ben);
        anna.in(sid).joined();
        ben.in(sid).joined();

        // When
        ben.in(sid).end();

        // Then
        assertTold(ben.uid());
    }

    @Test
    void theServerEndsTheSession() {
        // Given
        String sid = anna.talks(ben);
        anna.in(sid).joined();

        // When
        Client.server().delete("/v3/sessions/" + sid);

        // Then
        assertTold(null);
    }

    @Test
    void theServerEndsTheSessionBeforeAnybodyJoined() {
        // Given
        String sid = anna.talks(ben);

        // When
        Client.server().delete("/v3/sessions/" + sid);

        // Then
        assertTold(null);
    }

    @Test
    void theLastOneIsKicked() {
        // Given
        String sid = anna.talks(ben);
        String pid = ben.in(sid).joined();

        // When
        Client.of(sid, "mia", Role.MODERATOR).remove(pid);

        // Then
        assertTold(null);
    }

    @Test
    void aPartyEndsTheCallThatBothAreIn() {
        // Given
        String sid = anna.talks(ben);
        anna.in(sid).joined();
        ben.in(sid).joined();

        // When
        anna.end(sid);

        // Then
        assertTold(anna.uid());
        anna.in(sid).read().then().body("data.state", equalTo("ended"));
    }

    @Test
    void nobodyJoinsWhileItRings() {
        // Given
        String sid = anna.rings(ben);

        // When
        Response answer = anna.in(sid).join("{}");

        // Then
        answer.then().statusCode(409).body("error.code", equalTo("ERR_CALL_NOT_STARTED"));
    }

    @Test
    void nobodyJoinsWhenItIsOver() {
        // Given
        String sid = anna.talks(ben);
        anna.end(sid);

        // When
        Response answer = ben.in(sid).join("{}");

        // Then
        answer.then().statusCode(409).body("error.code", equalTo("ERR_CALL_TERMINATED"));
    }

    @Test
    void aStrangerDoesNotJoin() {
        // Given
        String sid = anna.talks(ben);

        // When
        Response answer = Client.of(sid, "mallory").join("{}");

        // Then
        answer.then().statusCode(403).body("error.code", equalTo("ERR_CALL_NOT_A_PART"));
    }
}
