package io.directcall.events.position;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a server-sent event. A client that comes back with it gets all that follows the event.
 *
 * @param position what follows the event
 * @param last the stream ended for good with this event: a browser that reconnects by itself is told to stop
 */
public record StreamId(Position position, boolean last) {
    private static final String LAST_SUFFIX = "-end";
    /** 18 digits always fit into a long. */
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,18})(" + LAST_SUFFIX + ")?");

    /** Reads an id that a client sent; empty when it is none of ours. */
    public static Optional<StreamId> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Position position = new Position(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        return Optional.of(new StreamId(position, matcher.group(3) != null));
    }

    @Override
    public String toString() {
        return last ? position + LAST_SUFFIX : position.toString();
    }
}
