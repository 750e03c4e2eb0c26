package io.directcall.system.support;

import static io.restassured.RestAssured.given;

import io.directcall.suite.part.PartView;
import io.directcall.system.suite.RunningSuite;

/** Tells the replicas of media-gateway apart. */
public final class Replicas {
    private static final String CONFERENCES = "directcall_media_conferences";

    private Replicas() {}

    /** The name of the one that looks after this many conferences, when all of the suite are with one. */
    public static String ownerOf(RunningSuite suite, int conferences) {
        return suite.run().parts().stream()
                .filter(part -> part.name().startsWith("media-gateway"))
                .filter(part -> conferencesOf(part) == conferences)
                .map(PartView::name)
                .findFirst()
                .orElseThrow();
    }

    private static int conferencesOf(PartView part) {
        return given().baseUri("http://127.0.0.1:" + part.port())
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(CONFERENCES))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
