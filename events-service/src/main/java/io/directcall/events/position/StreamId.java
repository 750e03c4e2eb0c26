package io.directcall.events.position;

import java.util.List;
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
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}(?:-\\d{1,18})*)(" + LAST_SUFFIX + ")?");

    private static final Pattern SEPARATOR = Pattern.compile("-");

    /** Reads an id that a client sent; empty when it is none of the channel's. */
    public static Optional<StreamId> parse(Channel channel, String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Long> offsets =
                SEPARATOR.splitAsStream(matcher.group(1)).map(Long::valueOf).toList();
        if (offsets.size() != channel.sources().size()) {
            return Optional.empty();
        }
        Position position = Position.at(channel, source -> offsets.get(channel.indexOf(source)));
        return Optional.of(new StreamId(position, matcher.group(2) != null));
    }

    @Override
    public String toString() {
        return last ? position + LAST_SUFFIX : position.toString();
    }
}
