package io.directcall.system.conformance;

import static org.hamcrest.Matchers.lessThan;

import io.directcall.system.support.Api;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;

/** A session, and what people do in it by the public interface. */
final class Room {
    /** A person: what proves who it is, and its participant once it has joined. */
    record Person(String uid, String callToken, String participantId, String cursor) {}

    private final Api api;
    private final String session = Api.newSession();

    Room(Api api) {
        this.api = api;
    }

    String session() {
        return session;
    }

    /** Somebody who has a token and has not joined. */
    Person guest(String role) {
        String uid = "conformance-" + UUID.randomUUID();
        api.asServer()
                .body(Map.of("uid", uid, "name", uid))
                .post("/users")
                .then()
                .statusCode(lessThan(300));
        return new Person(uid, api.callTokenFor(uid, session, Map.of("role", role)), null, null);
    }

    Person join(String role) {
        return join(guest(role));
    }

    Person join(Person guest) {
        Response joined = api.join(session, guest.callToken());
        joined.then().statusCode(201);
        return new Person(
                guest.uid(),
                guest.callToken(),
                joined.path("data.participant.participantId"),
                joined.path("data.cursor").toString());
    }

    void raiseHand(Person who, boolean raised) {
        api.asCaller(who.callToken())
                .body(Map.of("handRaised", raised))
                .patch("/sessions/{sid}/participants/{pid}", session, who.participantId())
                .then()
                .statusCode(200);
    }

    /** As many changes as are asked for, each of which is an event for all. */
    void wave(Person who, int times) {
        for (int i = 0; i < times; i++) {
            raiseHand(who, i % 2 == 0);
        }
    }

    void leave(Person who) {
        api.asCaller(who.callToken())
                .delete("/sessions/{sid}/participants/{pid}", session, who.participantId())
                .then()
                .statusCode(204);
    }

    void kick(Person moderator, Person who, boolean ban) {
        api.asCaller(moderator.callToken())
                .queryParam("ban", ban)
                .delete("/sessions/{sid}/participants/{pid}", session, who.participantId())
                .then()
                .statusCode(204);
    }

    void revokeTokensOf(Person who) {
        api.asServer()
                .body(Map.of("uid", who.uid()))
                .post("/revocations")
                .then()
                .statusCode(200);
    }

    void end() {
        api.asServer().delete("/sessions/{sid}", session).then().statusCode(lessThan(300));
    }

    String path(Person who, String query) {
        return "sessions/" + session + "/events?participantId=" + who.participantId() + query;
    }

    String fromJoin(Person who) {
        return path(who, "&cursor=" + who.cursor());
    }
}
