package io.directcall.session.ringing.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.session.testing.Database;
import io.directcall.session.testing.Phone;
import io.directcall.session.testing.UserLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two things at once. */
@QuarkusTest
class RacesTest {
    private static UserLog log;

    /** One for all: two hundred readers would take longer than what they read. */
    @BeforeAll
    static void open() {
        log = new UserLog();
    }

    @AfterAll
    static void close() {
        log.close();
    }

    private static List<Response> atOnce(Callable<Response> one, Callable<Response> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Response>> answers = threads.invokeAll(List.of(after(start, one), after(start, other)));
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }

    private static Callable<Response> after(CyclicBarrier start, Callable<Response> request) {
        return () -> {
            start.await();
            return request.call();
        };
    }

    private static List<Integer> statuses(List<Response> answers) {
        return answers.stream().map(Response::statusCode).toList();
    }

    @RepeatedTest(30)
    void cancelAgainstAccept() throws Exception {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");
        String sid = anna.rings(ben);

        // When
        List<Integer> statuses = statuses(atOnce(() -> anna.cancel(sid), () -> ben.accept(sid)));

        // Then
        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        String word = statuses.getFirst() == 200 ? "CallCancelled" : "CallAccepted";
        assertThat(log.words(anna, 1)).containsExactly(word);
        assertThat(log.words(ben, 2)).containsExactly("IncomingCall", word);
    }

    @RepeatedTest(30)
    void bothCallEachOther() throws Exception {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");

        // When
        List<Response> answers = atOnce(() -> anna.call(ben), () -> ben.call(anna));

        // Then
        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 201);
        assertThat(answers)
                .extracting(answer -> answer.<String>path("data.sessionId"))
                .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)));
        boolean annaFirst = answers.getFirst().statusCode() == 201;
        assertThat(log.words(annaFirst ? anna : ben, 1)).containsExactly("CallAccepted");
        assertThat(log.words(annaFirst ? ben : anna, 2)).containsExactly("IncomingCall", "CallAccepted");
    }

    @RepeatedTest(10)
    void oneUserAcceptsTwoCalls() throws Exception {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");
        Phone cleo = Phone.of("cleo");
        String first = anna.rings(cleo);
        String second = ben.rings(cleo);

        // When
        List<Response> answers = atOnce(() -> cleo.accept(first), () -> cleo.accept(second));

        // Then
        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
        assertThat(log.words(cleo, 3)).containsExactly("IncomingCall", "IncomingCall", "CallAccepted");
        assertThat(log.sofar(anna).size() + log.sofar(ben).size()).isEqualTo(1);
    }

    @RepeatedTest(10)
    void twoDevicesAcceptOneCall() throws Exception {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");
        String sid = anna.rings(ben);

        // When
        List<Response> answers = atOnce(() -> ben.accept(sid), () -> ben.accept(sid));

        // Then
        assertThat(statuses(answers)).containsExactlyInAnyOrder(200, 409);
        assertThat(log.words(anna, 1)).containsExactly("CallAccepted");
    }

    @RepeatedTest(10)
    void twoCallOneWhoCallsNobody() throws Exception {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");
        Phone cleo = Phone.of("cleo");

        // When
        List<Response> answers = atOnce(() -> anna.call(cleo), () -> ben.call(cleo));

        // Then
        assertThat(statuses(answers)).containsExactly(201, 201);
        assertThat(log.words(cleo, 2)).containsExactly("IncomingCall", "IncomingCall");
    }

    @RepeatedTest(10)
    void oneUserPlacesTwoCalls() throws Exception {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");
        Phone cleo = Phone.of("cleo");

        // When
        List<Response> answers = atOnce(() -> anna.call(ben), () -> anna.call(cleo));

        // Then
        assertThat(statuses(answers)).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void aCrossingCallThatIsCancelledInThatMomentIsReplacedByTheNewOne() {
        // Given
        Phone anna = Phone.of("anna");
        Phone ben = Phone.of("ben");
        String cancelled = anna.rings(ben);
        anna.cancel(cancelled);
        Database.update(
                "insert into parties (session_id, uid, kind) values (?, ?, 'RINGING'), (?, ?, 'CALLER')",
                cancelled,
                ben.uid(),
                cancelled,
                anna.uid());

        // When
        Response answer = ben.call(anna);

        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.<String>path("data.sessionId")).isNotEqualTo(cancelled);
    }
}
