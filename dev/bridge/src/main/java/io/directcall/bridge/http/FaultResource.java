package io.directcall.bridge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directcall.bridge.fault.Faults;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /debug/fault}: plays faults that tests can't make otherwise. Fields that are left out stay as they are, one
 * that can't be read changes nothing at all.
 */
final class FaultResource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PATH = List.of("debug", "fault");
    private static final String UDP = "udp";
    private static final String HTTP = "http";
    private static final String DOWNLINK = "downlinkKbps";
    private static final Set<String> FIELDS = Set.of(UDP, HTTP, DOWNLINK);
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final String HANG = "hang";
    private static final String HELP =
            "\"udp\" is \"on\" or \"off\", \"http\" is \"on\" or \"hang\", \"downlinkKbps\" is a number from 0.";

    private final Faults faults;

    FaultResource(Faults faults) {
        this.faults = faults;
    }

    /** Whether a request is not to be answered. The one that ends the fault always is. */
    boolean swallows(List<String> path) {
        return faults.httpHangs() && !path.equals(PATH);
    }

    Optional<Answer> answer(Call call) {
        if (!call.path().equals(PATH)) {
            return Optional.empty();
        }
        return switch (call.method()) {
            case "GET" -> Optional.of(current());
            case "POST" -> Optional.of(change(call));
            default -> Optional.empty();
        };
    }

    private Answer change(Call call) {
        if (!call.hasJson()) {
            return Answer.empty(415);
        }
        JsonNode wanted;
        try {
            wanted = JSON.readTree(call.body());
        } catch (JsonProcessingException malformed) {
            return Answer.text(400, HELP);
        }
        String udp = wanted.path(UDP).asText(faults.isUdpOff() ? OFF : ON);
        String http = wanted.path(HTTP).asText(faults.httpHangs() ? HANG : ON);
        int downlink = wanted.path(DOWNLINK).asInt(wanted.has(DOWNLINK) ? -1 : faults.downlinkKbps());
        boolean known = wanted.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()));
        boolean valid = Set.of(ON, OFF).contains(udp) && Set.of(ON, HANG).contains(http) && downlink >= 0;
        if (!wanted.isObject() || !known || !valid) {
            return Answer.text(400, HELP);
        }
        faults.udpOff(udp.equals(OFF));
        faults.httpHangs(http.equals(HANG));
        faults.downlinkKbps(downlink);
        return current();
    }

    private Answer current() {
        return Answer.json(JSON.createObjectNode()
                .put(UDP, faults.isUdpOff() ? OFF : ON)
                .put(HTTP, faults.httpHangs() ? HANG : ON)
                .put(DOWNLINK, faults.downlinkKbps()));
    }
}
