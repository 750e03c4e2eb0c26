package io.directcall.events.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes the envelope out of an event's JSON token by token: binding a whole offer would cost far more than forwarding it. */
public final class EnvelopeParser {
    /** A type becomes a line of the stream: nothing that could break out of the line is let through. */
    private static final Pattern TYPE = Pattern.compile("\\w{1,64}");

    private final JsonFactory json = new JsonFactory();

    /** Reads the envelope; empty when the value is no JSON object with a type. */
    public Optional<Envelope> parse(byte[] value) {
        try (JsonParser parser = json.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            return Optional.of(readFields(parser)).filter(envelope -> isType(envelope.type()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isType(String type) {
        return type != null && TYPE.matcher(type).matches();
    }

    private static Envelope readFields(JsonParser parser) throws IOException {
        String type = null;
        String participantId = null;
        String uid = null;
        String audience = null;
        long seq = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "type" -> type = text(parser);
                case "participantId" -> participantId = text(parser);
                case "uid" -> uid = text(parser);
                case "audience" -> audience = Objects.requireNonNullElse(text(parser), "");
                case "seq" -> seq = number(parser);
                case "participant" -> participantId = idOfParticipant(parser);
                default -> parser.skipChildren();
            }
        }
        return new Envelope(type, participantId, uid, audience, seq);
    }

    private static String idOfParticipant(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        return readFields(parser).participantId();
    }

    private static long number(JsonParser parser) throws IOException {
        long number = parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getValueAsLong() : 0;
        parser.skipChildren();
        return number;
    }

    private static String text(JsonParser parser) throws IOException {
        String text = parser.getValueAsString();
        parser.skipChildren();
        return text;
    }
}
