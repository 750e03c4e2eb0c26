package io.directcall.system.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Splits an event stream into its events, as the HTML standard (server-sent events) has it, as far as events-service uses it: lines end
 * with a line feed, and what arrives in pieces is put together.
 */
public final class SseParser {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private final Consumer<Event> events;
    private final StringBuilder data = new StringBuilder();
    private byte[] rest = new byte[0];
    private String id;
    private String type;
    private Duration retry;

    /** @param events called for each event, and for each id that comes without one */
    public SseParser(Consumer<Event> events) {
        this.events = events;
    }

    /**
     * One event.
     *
     * @param id position in the stream, null when it has none
     * @param type its name; empty for an id that came without an event
     * @param data its lines, joined
     */
    public record Event(String id, String type, String data) {}

    /** Takes the next piece of the stream. */
    public void feed(byte[] piece) {
        byte[] all = concat(rest, piece);
        int lineStart = 0;
        for (int i = rest.length; i < all.length; i++) {
            if (all[i] == '\n') {
                line(new String(all, lineStart, i - lineStart, StandardCharsets.UTF_8));
                lineStart = i + 1;
            }
        }
        rest = Arrays.copyOfRange(all, lineStart, all.length);
    }

    private void line(String line) {
        if (line.isEmpty()) {
            dispatch();
            return;
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "id" -> id = value;
            case "event" -> type = value;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(value);
            case "retry" -> retry = DIGITS.matcher(value).matches() ? Duration.ofMillis(Long.parseLong(value)) : retry;
            default -> {
                // A comment.
            }
        }
    }

    /** How long to wait before coming back, as the stream has said last; empty when it has not. */
    public Optional<Duration> retry() {
        return Optional.ofNullable(retry);
    }

    private void dispatch() {
        if (id != null || type != null) {
            events.accept(new Event(id, type == null ? "" : type, data.toString()));
        }
        id = null;
        type = null;
        data.setLength(0);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
