package io.directcall.bridge.http;

import io.directcall.bridge.colibri.Colibri2;
import io.directcall.bridge.conference.Conferences;
import io.directcall.bridge.fault.Faults;
import io.directcall.bridge.health.BridgeState;
import io.directcall.bridge.health.Statistics;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Puts the HTTP port together. */
public final class HttpApis {
    private HttpApis() {}

    /** What the port serves, and where. */
    public record Parts(
            Vertx vertx,
            Executor control,
            Colibri2 colibri,
            Conferences conferences,
            Statistics statistics,
            BridgeState state,
            Faults faults) {}

    /** @param serverId the server in the URLs of bridge channels */
    public static HttpApi create(Parts parts, String serverId, String host, int port) {
        return new HttpApi(
                parts.vertx(),
                parts.control(),
                new Colibri2Resource(parts.colibri(), parts.conferences()),
                new OperatorResource(parts.statistics(), parts.state(), parts.conferences()),
                new FaultResource(parts.faults()),
                new ChannelGate(serverId, parts.conferences()),
                host,
                port);
    }
}
