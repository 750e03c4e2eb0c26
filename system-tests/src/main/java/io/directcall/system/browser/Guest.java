package io.directcall.system.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who opens the demo page, and how.
 *
 * @param session the session to join
 * @param name as the others see it
 * @param extra more parameters of the page's query
 * @param scripts run in the page before its own, to play a browser or a client that does something else than usual
 * @param callToken given to the page instead of the one that it asks for; null for that one
 */
public record Guest(String session, String name, Map<String, String> extra, List<String> scripts, String callToken) {

    /** Somebody who joins at once with camera and microphone. */
    public static Guest of(String session, String name) {
        return new Guest(session, name, Map.of(), List.of(), null);
    }

    /** The same with one more parameter. */
    public Guest with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(extra);
        more.put(parameter, value);
        return new Guest(session, name, more, scripts, callToken);
    }

    /** The same with one more script. */
    public Guest withScript(String script) {
        List<String> more = new ArrayList<>(scripts);
        more.add(script);
        return new Guest(session, name, extra, more, callToken);
    }

    /** The same with a call token that the application's server made. */
    public Guest withCallToken(String token) {
        return new Guest(session, name, extra, scripts, token);
    }

    String query() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("session", session);
        all.put("name", name);
        all.put("auto", "1");
        all.putAll(extra);
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
