package io.directcall.bridge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.bridge.conference.Conferences;
import io.directcall.bridge.health.BridgeState;
import io.directcall.bridge.health.DebugView;
import io.directcall.bridge.health.Statistics;
import java.util.Optional;

/** Health, statistics, drain and shutdown. On the control thread. */
final class OperatorResource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Statistics statistics;
    private final BridgeState state;
    private final Conferences conferences;

    OperatorResource(Statistics statistics, BridgeState state, Conferences conferences) {
        this.statistics = statistics;
        this.state = state;
        this.conferences = conferences;
    }

    /** Empty when the path is none of these. */
    Optional<Answer> answer(Call call) {
        return Optional.ofNullable(
                switch (call.method()) {
                    case "GET" -> read(call);
                    case "POST" -> order(call);
                    default -> null;
                });
    }

    private Answer read(Call call) {
        return switch (String.join("/", call.path())) {
            case "about/health" -> statistics.isHealthy() ? Answer.text(200, "OK") : Answer.text(500, "udp is down");
            case "about/version" ->
                Answer.json(JSON.createObjectNode()
                        .put("name", "Direct Call development bridge")
                        .put("version", Statistics.VERSION));
            case "colibri/stats" -> Answer.json(statistics.json());
            case "colibri/drain" -> Answer.json(JSON.createObjectNode().put("drain", state.isDraining()));
            case "metrics" -> Answer.text(200, statistics.prometheus());
            case "debug" -> Answer.json(DebugView.brief(conferences));
            case "debug/conferences" -> Answer.json(DebugView.of(conferences));
            default -> null;
        };
    }

    private Answer order(Call call) {
        return switch (String.join("/", call.path())) {
            case "colibri/drain/enable" -> drain(true);
            case "colibri/drain/disable" -> drain(false);
            case "colibri/shutdown" -> shutdown(call);
            default -> null;
        };
    }

    private Answer drain(boolean value) {
        state.drain(value);
        return Answer.empty(200);
    }

    private Answer shutdown(Call call) {
        if (!call.hasJson()) {
            return Answer.empty(415);
        }
        try {
            JsonNode body = JSON.readTree(call.body());
            if (body.path("graceful-shutdown").booleanValue()) {
                state.shutDownGracefully();
            } else if (body.path("force-shutdown").booleanValue()) {
                state.shutDown();
            } else {
                return Answer.empty(400);
            }
            return Answer.empty(200);
        } catch (JsonProcessingException e) {
            return Answer.empty(400);
        }
    }
}
