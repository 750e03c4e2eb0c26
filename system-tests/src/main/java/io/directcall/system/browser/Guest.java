package io.directcall.system.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who opens the demo page, in the words of its query.
 *
 * @param session the session to join
 * @param name as the others see it
 * @param extra more parameters of the page
 */
public record Guest(String session, String name, Map<String, String> extra) {

    /** Somebody who joins at once with camera and microphone. */
    public static Guest of(String session, String name) {
        return new Guest(session, name, Map.of());
    }

    /** The same with one more parameter. */
    public Guest with(String parameter, String value) {
        Map<String, String> more = new LinkedHashMap<>(extra);
        more.put(parameter, value);
        return new Guest(session, name, more);
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
