package io.directcall.system.support;

import static io.restassured.RestAssured.given;

import io.directcall.system.suite.RunningSuite;
import io.restassured.response.Response;
import java.util.Map;

/** One of the suite's development bridges, asked on its private port; it must run. */
public final class DevelopmentBridge {
    private final String name;
    private final String base;

    /** @param name of its part */
    public DevelopmentBridge(RunningSuite suite, String name) {
        this.name = name;
        this.base = "http://127.0.0.1:" + suite.part(name).port();
    }

    /** As {@code ./directcall status} shows it. */
    public String name() {
        return name;
    }

    /** How many endpoints it serves, in all conferences. */
    public int endpoints() {
        return get("/colibri/stats").path("local_endpoints");
    }

    /** Whether it has a conference of this session; the gateway puts the session's id into the conference's. */
    public boolean has(String session) {
        Map<String, Map<String, Object>> conferences = get("/debug").path("conferences");
        return conferences.values().stream()
                .anyMatch(one -> ((String) one.get("meeting_id")).contains("~" + session + "~"));
    }

    /** Whether it takes and sends packets of media; its HTTP goes on answering. */
    public void media(boolean flows) {
        given().baseUri(base)
                .contentType("application/json")
                .body(Map.of("udp", flows ? "on" : "off"))
                .post("/debug/fault")
                .then()
                .statusCode(200);
    }

    private Response get(String path) {
        return given().baseUri(base).get(path).then().statusCode(200).extract().response();
    }
}
