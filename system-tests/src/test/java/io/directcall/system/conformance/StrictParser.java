package io.directcall.system.conformance;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads an event stream by the letter of the HTML standard, section "Interpreting an event stream", from bytes in any pieces. */
final class StrictParser {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a page would be told. */
    record Event(String type, String data, String lastEventId) {}

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final List<Event> events = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder data = new StringBuilder();
    private byte[] undecoded = new byte[0];
    private boolean begun;
    private boolean afterCarriageReturn;
    private String type = "";
    private String idBuffer = "";
    private String lastEventId = "";
    private Long retry;

    /** Takes the next piece and gives what became whole with it. */
    List<Event> feed(byte[] piece) {
        int before = events.size();
        decode(piece).chars().forEach(c -> take((char) c));
        return List.copyOf(events.subList(before, events.size()));
    }

    private String decode(byte[] piece) {
        byte[] all = Arrays.copyOf(undecoded, undecoded.length + piece.length);
        System.arraycopy(piece, 0, all, undecoded.length, piece.length);
        ByteBuffer in = ByteBuffer.wrap(all);
        CharBuffer out = CharBuffer.allocate(all.length);
        decoder.decode(in, out, false);
        undecoded = Arrays.copyOfRange(all, in.position(), all.length);
        return out.flip().toString();
    }

    private void take(char c) {
        boolean first = !begun;
        begun = true;
        boolean endsCarriageReturn = afterCarriageReturn && c == '\n';
        afterCarriageReturn = c == '\r';
        if ((first && c == BYTE_ORDER_MARK) || endsCarriageReturn) {
            return;
        }
        if (c == '\n' || c == '\r') {
            String whole = line.toString();
            line.setLength(0);
            process(whole);
        } else {
            line.append(c);
        }
    }

    private void process(String whole) {
        int colon = whole.indexOf(':');
        if (whole.isEmpty()) {
            dispatch();
        } else if (colon == 0) {
            comments.add(whole.substring(1).strip());
        } else if (colon < 0) {
            field(whole, "");
        } else {
            String value = whole.substring(colon + 1);
            field(whole.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
        }
    }

    private void field(String name, String value) {
        switch (name) {
            case "event" -> type = value;
            case "data" -> data.append(value).append('\n');
            case "id" -> idBuffer = value.indexOf('\0') < 0 ? value : idBuffer;
            case "retry" -> retry = value.matches("[0-9]+") ? Long.valueOf(value) : retry;
            default -> {
                // The field is ignored.
            }
        }
    }

    private void dispatch() {
        lastEventId = idBuffer;
        if (!data.isEmpty()) {
            String text = data.substring(0, data.length() - 1);
            events.add(new Event(type.isEmpty() ? "message" : type, text, lastEventId));
        }
        type = "";
        data.setLength(0);
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<String> comments() {
        return List.copyOf(comments);
    }

    String lastEventId() {
        return lastEventId;
    }

    OptionalLong retry() {
        return Optional.ofNullable(retry).map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
