package io.directcall.contracts.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.directcall.contracts.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final Path COMMITTED = Path.of("../docs/api/asyncapi.yaml");
    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES));

    @Test
    void theDescriptionSaysWhatTheRecordsSayElseRunWithAsyncapiWrite() throws IOException {
        // Given
        String made = yaml.writeValueAsString(new AsyncApi().root());
        if (Boolean.getBoolean("asyncapi.write")) {
            Files.writeString(COMMITTED, made);
        }

        // When
        String committed = Files.readString(COMMITTED);

        // Then
        assertThat(committed)
                .as("./mvnw -pl contracts test -Dtest=AsyncApiTest -Dasyncapi.write=true makes it anew")
                .isEqualTo(made);
    }

    @Test
    void everyTopicAndEveryReferenceIsThere() {
        // When
        JsonNode root = new AsyncApi().root();

        // Then
        for (Topic topic : Topic.values()) {
            assertThat(root.at("/channels/" + topic.topicName() + "/messages")).isNotEmpty();
        }
        assertThat(root.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(root.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }
}
