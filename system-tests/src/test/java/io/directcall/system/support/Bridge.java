package io.directcall.system.support;

import static io.restassured.RestAssured.given;

import io.directcall.system.suite.RealBridges;
import io.directcall.system.suite.RunningSuite;
import java.util.List;

/** What the suite's bridges know, asked on their private ports. */
public final class Bridge {
    private final List<String> urls;

    /** The suite's first bridge, or all that it was told to run on. */
    public Bridge(RunningSuite suite) {
        this.urls = RealBridges.urls().isEmpty()
                ? List.of("http://127.0.0.1:" + suite.part("bridge-1").port())
                : RealBridges.urls();
    }

    /** How many endpoints they serve, in all conferences. */
    public int endpoints() {
        return urls.stream().mapToInt(Bridge::endpoints).sum();
    }

    private static int endpoints(String url) {
        return given().baseUri(url)
                .get("/colibri/stats")
                .then()
                .statusCode(200)
                .extract()
                .path("local_endpoints");
    }
}
