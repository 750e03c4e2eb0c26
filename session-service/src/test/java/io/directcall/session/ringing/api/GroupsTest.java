package io.directcall.session.ringing.api;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.directcall.service.test.TestAuthTokens;
import io.directcall.session.testing.Client;
import io.directcall.session.testing.Phone;
import io.directcall.session.testing.UserLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class GroupsTest {
    private final String guid = "group-" + UUID.randomUUID();
    private final Phone anna = Phone.of("anna");
    private final Phone ben = Phone.of("ben");
    private final Phone cleo = Phone.of("cleo");
    private final Phone dan = Phone.of("dan");
    private final UserLog log = new UserLog();

    @BeforeAll
    static void tokens() {
        Client.newTokens();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private Response put(String body) {
        return Client.server().contentType(ContentType.JSON).body(body).put("/v3/groups/" + guid + "/members");
    }

    private void members(Phone... members) {
        put("{\"members\":[" + Stream.of(members).map(Phone::uid).collect(Collectors.joining("\",\"", "\"", "\""))
                        + "]}")
                .then()
                .statusCode(200);
    }

    private Response read() {
        return Client.server().get("/v3/groups/" + guid + "/members");
    }

    private Response call(Phone caller) {
        return caller.place("{\"receiver\":\"" + guid + "\",\"receiverType\":\"group\",\"type\":\"video\"}");
    }

    private String rings(Phone caller) {
        return call(caller).then().statusCode(201).extract().path("data.sessionId");
    }

    @Test
    void membersAreReplacedAndStayInTheirOrder() {
        // Given
        members(anna, ben);

        // When
        Response answer = put("{\"members\":[\"z\",\"a\",\"z\"]}");

        // Then
        answer.then().statusCode(200).body("data.guid", equalTo(guid)).body("data.members", equalTo(List.of("z", "a")));
        read().then().statusCode(200).body("data.members", equalTo(List.of("z", "a")));
    }

    @Test
    void aGroupMayHaveTwoHundredMembers() {
        // When
        Response answer = put(IntStream.range(0, 200)
                .mapToObj(i -> "\"u" + i + "\"")
                .collect(Collectors.joining(",", "{\"members\":[", "]}")));

        // Then
        answer.then().statusCode(200);
    }

    @Test
    void aGroupIsForgotten() {
        // Given
        members(anna);

        // When
        Response answer = Client.server().delete("/v3/groups/" + guid);

        // Then
        answer.then().statusCode(204);
        read().then().statusCode(404).body("error.code", equalTo("ERR_GUID_NOT_FOUND"));
        Client.server().delete("/v3/groups/" + guid).then().statusCode(404);
    }

    @RepeatedTest(20)
    void membersMayBeReplacedAndForgottenAtTheSameTime() throws Exception {
        // Given
        members(anna, ben);
        List<Callable<Response>> changes = List.of(
                () -> put("{\"members\":[\"a\",\"b\"]}"),
                () -> Client.server().delete("/v3/groups/" + guid),
                () -> put("{\"members\":[\"b\",\"c\"]}"));

        // When
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(changes.size())) {
            for (Future<Response> answer : threads.invokeAll(changes)) {
                statuses.add(answer.get().statusCode());
            }
        }

        // Then
        assertThat(statuses).containsExactly(200, 204, 200);
    }

    @Test
    void aDeletedUserIsNoMemberAnyMore() {
        // Given
        members(anna, ben);

        // When
        TestAuthTokens.start().deleteUser(anna.uid());

        // Then
        await().atMost(30, SECONDS)
                .untilAsserted(() -> read().then().body("data.members", equalTo(List.of(ben.uid()))));
    }

    @Test
    void onlyTheServerNamesMembers() {
        // When
        Response answer = Client.of("s", "anna")
                .request()
                .contentType(ContentType.JSON)
                .body("{\"members\":[]}")
                .put("/v3/groups/" + guid + "/members");

        // Then
        answer.then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | members",
                "{'members':null} | members",
                "{'members':'anna'} | members",
                "{'members':[null]} | members",
                "{'members':[7]} | members",
                "{'members':['a b']} | members",
                "{'members':{}} | members",
                "[] | body",
            })
    void refusesABadBodyAndNamesTheField(String body, String named) {
        // When
        Response answer = put(body.replace('\'', '"'));

        // Then
        answer.then()
                .statusCode(400)
                .body("error.code", equalTo("ERR_BAD_REQUEST"))
                .body("error.message", containsString(named));
    }

    @Test
    void refusesTooManyMembers() {
        // When
        Response answer = put(IntStream.range(0, 201)
                .mapToObj(i -> "\"u" + i + "\"")
                .collect(Collectors.joining(",", "{\"members\":[", "]}")));

        // Then
        answer.then().statusCode(400).body("error.message", containsString("members"));
    }

    @Test
    void itRingsForAllButTheCaller() {
        // Given
        members(anna, ben, cleo);

        // When
        Response answer = call(anna);

        // Then
        answer.then().statusCode(201).body("data.receiver", equalTo(guid)).body("data.receiverType", equalTo("group"));
        assertThat(log.words(ben, 1)).containsExactly("IncomingCall");
        assertThat(log.words(cleo, 1)).containsExactly("IncomingCall");
        assertThat(log.sofar(anna)).isEmpty();
    }

    @Test
    void itGoesOnRingingForTheOthersWhenOneAccepts() {
        // Given
        members(anna, ben, cleo);
        String sid = rings(anna);
        ben.accept(sid).then().statusCode(200);

        // When
        Response answer = cleo.accept(sid);

        // Then
        answer.then().statusCode(200);
        assertThat(log.words(anna, 2)).containsExactly("CallAccepted", "CallAccepted");
        assertThat(log.words(cleo, 2)).containsExactly("IncomingCall", "CallAccepted");
    }

    @Test
    void aMemberWhoIsBusyIsLeftOut() {
        // Given
        members(anna, ben, cleo);
        dan.talks(cleo);

        // When
        String sid = rings(anna);

        // Then
        assertThat(log.words(ben, 1)).containsExactly("IncomingCall");
        cleo.accept(sid).then().statusCode(409).body("error.code", equalTo("ERR_CALL_NOT_RINGING"));
        assertThat(log.words(cleo, 2)).containsExactly("IncomingCall", "CallAccepted");
    }

    @Test
    void whoDidNotHearItMayJoinLater() {
        // Given
        members(anna, ben, cleo);
        String sid = rings(anna);
        cleo.reject(sid, "{}").then().statusCode(200);
        ben.accept(sid).then().statusCode(200);
        ben.in(sid).joined();

        // When
        Response answer = cleo.in(sid).join("{}");

        // Then
        answer.then().statusCode(201);
    }

    @Test
    void aGroupOfBusyMembersIsBusy() {
        // Given
        members(anna, ben, cleo);
        ben.talks(cleo);

        // When
        Response answer = call(anna);

        // Then
        answer.then().statusCode(409).body("error.code", equalTo("ERR_CALL_BUSY_USER"));
    }

    @Test
    void onlyTheCallerEndsItForAll() {
        // Given
        members(anna, ben, cleo);
        String sid = rings(anna);
        ben.accept(sid).then().statusCode(200);
        ben.end(sid).then().statusCode(403);

        // When
        Response answer = anna.end(sid);

        // Then
        answer.then().statusCode(200);
        assertThat(log.words(ben, 3)).containsExactly("IncomingCall", "CallAccepted", "CallEnded");
        assertThat(log.words(cleo, 2)).containsExactly("IncomingCall", "CallCancelled");
    }

    @Test
    void anUnknownGroupIsNotFound() {
        // When
        Response answer = call(anna);

        // Then
        answer.then().statusCode(404).body("error.code", equalTo("ERR_GUID_NOT_FOUND"));
    }

    @Test
    void aGroupWithNobodyElseCannotBeCalled() {
        // Given
        members(anna);

        // When
        Response answer = call(anna);

        // Then
        answer.then().statusCode(400).body("error.message", containsString("receiver"));
    }
}
