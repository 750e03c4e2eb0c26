package io.directcall.session.testing;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** A user who calls and is called, spoken for by the application's server. */
public final class Phone {
    private final String uid;

    private Phone(String uid) {
        this.uid = uid;
    }

    /** A user of its own for each test, whom {@link Database} knows. */
    public static Phone of(String name) {
        var phone = new Phone(name + "-" + UUID.randomUUID());
        Database.createUser(phone.uid);
        return phone;
    }

    public String uid() {
        return uid;
    }

    public RequestSpecification request() {
        return Client.server().header("onBehalfOf", uid).contentType(ContentType.JSON);
    }

    public Response place(String body) {
        return request().body(body).post("/v3/calls");
    }

    public Response call(Phone receiver) {
        return place(audioCallTo(receiver.uid));
    }

    public static String audioCallTo(String uid) {
        return "{\"receiver\":\"" + uid + "\",\"receiverType\":\"user\",\"type\":\"audio\"}";
    }

    /** Places a call that rings and returns its id. */
    public String rings(Phone receiver) {
        return call(receiver).then().statusCode(201).extract().path("data.sessionId");
    }

    /** Places a call that the receiver accepts and returns its id. */
    public String talks(Phone receiver) {
        String sid = rings(receiver);
        receiver.accept(sid).then().statusCode(200);
        return sid;
    }

    public Response accept(String sid) {
        return request().post("/v3/calls/" + sid + "/accept");
    }

    public Response reject(String sid, String body) {
        return request().body(body).post("/v3/calls/" + sid + "/reject");
    }

    public Response cancel(String sid) {
        return request().post("/v3/calls/" + sid + "/cancel");
    }

    public Response end(String sid) {
        return request().post("/v3/calls/" + sid + "/end");
    }

    /** As a holder of a call token. */
    public Client in(String sid) {
        return Client.of(sid, uid);
    }
}
