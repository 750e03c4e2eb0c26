package io.directcall.bridge.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.bridge.colibri.Colibri2;
import io.directcall.bridge.colibri.ColibriException;
import io.directcall.bridge.colibri.RequestReader;
import io.directcall.bridge.conference.Conference;
import io.directcall.bridge.conference.Conferences;
import java.util.Optional;

/** {@code /colibri/v2/conferences}, with the statuses of Jitsi Videobridge. On the control thread. */
final class Colibri2Resource {
    private static final int BASE_LENGTH = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Colibri2 colibri;
    private final Conferences conferences;

    Colibri2Resource(Colibri2 colibri, Conferences conferences) {
        this.colibri = colibri;
        this.conferences = conferences;
    }

    static boolean serves(Call call) {
        return call.under("colibri", "v2", "conferences");
    }

    Answer answer(Call call) {
        int depth = call.path().size() - BASE_LENGTH;
        if (depth == 0) {
            return switch (call.method()) {
                case "POST" -> create(call);
                case "GET" -> Answer.empty(501);
                default -> Answer.empty(405);
            };
        }
        String meetingId = call.path().get(BASE_LENGTH);
        if (depth == 1) {
            return switch (call.method()) {
                case "PATCH" -> change(call, meetingId);
                case "GET" -> Answer.empty(conferences.byMeetingId(meetingId).isPresent() ? 501 : 404);
                default -> Answer.empty(405);
            };
        }
        if (depth == 2 && call.path().get(BASE_LENGTH + 1).equals("dominant-speaker-identification")) {
            return call.method().equals("GET") ? speakers(meetingId) : Answer.empty(405);
        }
        return Answer.empty(404);
    }

    private Answer create(Call call) {
        if (!call.hasJson()) {
            return Answer.empty(415);
        }
        try {
            return Answer.json(colibri.modify(RequestReader.read(call.body())));
        } catch (ColibriException e) {
            return refused(call, e.getMessage());
        }
    }

    /** The body of an error is JSON only for those who ask for it, as Jetty has it. */
    private static Answer refused(Call call, String message) {
        if (!call.wantsJson()) {
            String escaped = message.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            return Answer.html(400, "<html><body><h2>HTTP ERROR 400 " + escaped + "</h2></body></html>\n");
        }
        ObjectNode body = JSON.createObjectNode()
                .put("url", "/" + String.join("/", call.path()))
                .put("status", "400")
                .put("message", message);
        return Answer.json(400, body);
    }

    private Answer change(Call call, String meetingId) {
        if (!call.hasJson()) {
            return Answer.empty(415);
        }
        if (conferences.byMeetingId(meetingId).isEmpty()) {
            return Answer.empty(404);
        }
        try {
            // The path names the meeting; it exists, so that "create" can only be a conflict.
            return Answer.json(colibri.modify(RequestReader.read(call.body()).forMeeting(meetingId)));
        } catch (ColibriException e) {
            return Answer.empty(400);
        }
    }

    private Answer speakers(String meetingId) {
        Optional<Conference> conference = conferences.byMeetingId(meetingId);
        if (conference.isEmpty()) {
            return Answer.empty(404);
        }
        // Nobody is the string "null": Jitsi Videobridge prints its reference.
        ObjectNode body = JSON.createObjectNode()
                .put("dominantEndpoint", conference.get().dominantSpeaker().orElse("null"));
        conference.get().endpointsBySpeechActivity().forEach(body.putArray("endpointsBySpeechActivity")::add);
        return Answer.json(body);
    }
}
