package io.directcall.session.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document says of bodies, which are kept and repeated as text here. */
@QuarkusTest
class OpenApiTest {
    @Inject
    ObjectMapper json;

    @Test
    void saysOfNoBodyThatItIsJustText() throws Exception {
        // When
        JsonNode paths =
                json.readTree(given().get("/q/openapi?format=json").asString()).path("paths");

        // Then
        List<String> bodies = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    operation
                            .getValue()
                            .findValues("content")
                            .forEach(content -> content.forEach(media -> {
                                bodies.add(name);
                                if (media.path("schema").path("type").toString().contains("string")) {
                                    texts.add(name);
                                }
                            }));
                }));
        assertThat(bodies).contains("post /v3/calls", "patch /v3/sessions/{sessionId}/participants/{participantId}");
        assertThat(texts).isEmpty();
    }

    @Test
    void saysWhatAnAnswerHolds() throws Exception {
        // When
        JsonNode document = json.readTree(given().get("/q/openapi?format=json").asString());

        // Then
        JsonNode placed = document.at("/paths/~1v3~1calls/post/responses/201/content");
        assertThat(placed.fieldNames()).toIterable().containsExactly("application/json");
        assertThat(placed.at("/application~1json/schema/$ref").asText()).isEqualTo("#/components/schemas/CallAnswer");
        assertThat(document.at("/components/schemas/CallAnswer/properties/data/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/RingingCall");
    }
}
