package io.directcall.session.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.directcall.session.turn.IceServers;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Puts ICE servers into the answer to a join when it is sent. Answers are kept for a day for requests that are repeated: credentials
 * would lie in the database, and a repeated answer would give expired ones.
 */
@Singleton
class FreshIceServers {
    private final IceServers iceServers;
    private final ObjectMapper json;

    FreshIceServers(IceServers iceServers, ObjectMapper json) {
        this.iceServers = iceServers;
        this.json = json;
    }

    /** @param answer to a join, with no ICE servers yet */
    RestResponse<String> addedTo(RestResponse<String> answer) {
        if (!iceServers.exist()) {
            return answer;
        }
        return RestResponse.ResponseBuilder.<String>create(answer.getStatus())
                .entity(addedTo(answer.getEntity()))
                .type(answer.getMediaType())
                .build();
    }

    private String addedTo(String body) {
        try {
            JsonNode root = json.readTree(body);
            ObjectNode joined = (ObjectNode) root.required("data");
            String participantId =
                    joined.required("participant").required("participantId").textValue();
            joined.set("iceServers", json.valueToTree(iceServers.of(participantId)));
            return json.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An answer to a join is no JSON", e);
        }
    }
}
