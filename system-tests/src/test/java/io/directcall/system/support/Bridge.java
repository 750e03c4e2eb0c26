package io.directcall.system.support;

import static io.restassured.RestAssured.given;

import io.directcall.system.suite.RunningSuite;

/** What the development bridge knows, asked on its private port. */
public final class Bridge {
    private final String base;

    /** The suite's first bridge. */
    public Bridge(RunningSuite suite) {
        this.base = "http://127.0.0.1:" + suite.part("bridge-1").port();
    }

    /** How many endpoints it serves, in all conferences. */
    public int endpoints() {
        return given().baseUri(base)
                .get("/colibri/stats")
                .then()
                .statusCode(200)
                .extract()
                .path("local_endpoints");
    }
}
