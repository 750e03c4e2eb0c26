package io.directcall.session.ringing.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.contracts.user.CallStatus;
import io.directcall.session.testing.Database;
import io.directcall.session.testing.Phone;
import io.directcall.session.testing.UserLog;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(RingingTimesTest.Impatient.class)
class RingingTimesTest {
    private final Phone anna = Phone.of("anna");
    private final Phone ben = Phone.of("ben");
    private final UserLog log = new UserLog();

    /** Calls ring and wait for seconds. */
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "directcall.call.ringing", "1s",
                    "directcall.call.waiting", "1s",
                    "directcall.timers.sweep-interval", "0.2s",
                    "directcall.timers.start-pause", "0s");
        }
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aCallThatNobodyAnswersStopsRinging() {
        // When
        String sid = anna.rings(ben);

        // Then
        assertThat(log.words(anna, 1)).containsExactly("CallUnanswered");
        assertThat(log.words(ben, 2)).containsExactly("IncomingCall", "CallUnanswered");
        assertThat(log.sofar(ben).getLast().call().status()).isEqualTo(CallStatus.UNANSWERED);
        assertThat(Database.number("select count(*) from parties where session_id = ?", sid))
                .isZero();
    }

    @Test
    void aCallThatIsNotAnsweredInTimeCannotBeAccepted() {
        // Given
        String sid = anna.rings(ben);
        log.told(ben, 2);

        // When
        Response answer = ben.accept(sid);

        // Then
        answer.then().statusCode(409).body("error.code", equalTo("ERR_CALL_TERMINATED"));
    }

    @Test
    void aCallThatNobodyJoinsEnds() {
        // Given: it rings for longer than any machine takes to accept it
        String sid = ringsForLong(ben);

        // When
        ben.accept(sid).then().statusCode(200);

        // Then
        assertThat(log.words(anna, 2)).containsExactly("CallAccepted", "CallEnded");
        assertThat(log.words(ben, 3)).containsExactly("IncomingCall", "CallAccepted", "CallEnded");
    }

    @Test
    void theCallersOwnTimeCounts() {
        // Given
        ringsForLong(ben);
        Phone cleo = Phone.of("cleo");
        Phone dan = Phone.of("dan");

        // When
        cleo.rings(dan);

        // Then
        assertThat(log.words(cleo, 1)).containsExactly("CallUnanswered");
        assertThat(log.words(ben, 1)).containsExactly("IncomingCall");
    }

    private String ringsForLong(Phone receiver) {
        return anna.place("{\"receiver\":\"%s\",\"receiverType\":\"user\",\"type\":\"audio\",\"timeout\":600}"
                        .formatted(receiver.uid()))
                .then()
                .statusCode(201)
                .extract()
                .path("data.sessionId");
    }
}
