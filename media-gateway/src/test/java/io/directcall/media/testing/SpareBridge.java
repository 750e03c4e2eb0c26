package io.directcall.media.testing;

import static io.restassured.RestAssured.given;

import io.directcall.bridge.BridgeOptions;
import io.directcall.bridge.DevBridge;
import java.io.IOException;
import java.util.List;

/** A second bridge that the service knows, for as long as a test keeps it open. */
public final class SpareBridge implements AutoCloseable {
    private static final int PORT = Integer.getInteger(BridgePorts.SPARE_PORT);
    private static final String URL = "http://127.0.0.1:" + PORT;

    private final DevBridge bridge;

    public SpareBridge() throws IOException {
        bridge = new DevBridge(BridgeOptions.builder().httpPort(PORT).build()).start();
    }

    /** As operators name it. */
    public static String id() {
        return "127.0.0.1-" + PORT;
    }

    /** Ids of all its endpoints. */
    public List<String> endpoints() {
        return given().get(URL + "/debug/conferences").jsonPath().getList("conferences.endpoints.flatten().id");
    }

    @Override
    public void close() {
        bridge.close();
    }
}
