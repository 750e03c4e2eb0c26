package io.directcall.bridge.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code deploy/kubernetes/jvb.yaml} fits {@code jvb.conf} and itself. */
class KubernetesTest {
    private static final Path DEPLOY = Path.of("../../deploy");
    private static final Pattern NEEDED_VARIABLE = Pattern.compile("\\$\\{(JVB_[A-Z_]+)}");
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, JsonNode> byKind = new HashMap<>();

    KubernetesTest() throws IOException {
        Path file = DEPLOY.resolve("kubernetes/jvb.yaml");
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            documents.forEachRemaining(
                    document -> byKind.put(document.path("kind").asText(), document));
        }
    }

    private JsonNode pod() {
        return byKind.get("StatefulSet").at("/spec/template");
    }

    private JsonNode container() {
        return pod().at("/spec/containers/0");
    }

    private Map<String, Integer> ports() {
        Map<String, Integer> ports = new HashMap<>();
        container()
                .path("ports")
                .forEach(port -> ports.put(
                        port.path("name").asText(), port.path("containerPort").asInt()));
        return ports;
    }

    @Test
    void setsWhatTheConfigurationNeeds() throws IOException {
        // Given
        Set<String> needed = new TreeSet<>();
        String uncommented = Files.readString(DEPLOY.resolve("jvb.conf")).replaceAll("(?m)^\\s*#.*$", "");
        Matcher variables = NEEDED_VARIABLE.matcher(uncommented);
        while (variables.find()) {
            needed.add(variables.group(1));
        }

        // When
        Set<String> set = new TreeSet<>();
        container()
                .path("env")
                .forEach(variable -> set.add(variable.path("name").asText()));

        // Then
        assertThat(needed).hasSize(3);
        assertThat(set).containsAll(needed);
    }

    @Test
    void opensThePortsOfTheConfiguration() {
        // When
        Map<String, Integer> ports = ports();

        // Then
        assertThat(ports).isEqualTo(Map.of("private", 8080, "websockets", 9090, "media", 10_000));
    }

    @Test
    void isFoundByAHeadlessServiceAlsoWhileItEnds() {
        // When
        JsonNode service = byKind.get("Service").path("spec");

        // Then
        assertThat(service.path("clusterIP").asText()).isEqualTo("None");
        assertThat(service.path("publishNotReadyAddresses").booleanValue()).isTrue();
        assertThat(byKind.get("StatefulSet").at("/spec/serviceName").asText())
                .isEqualTo(byKind.get("Service").at("/metadata/name").asText());
    }

    @Test
    void meansTheSamePodsEverywhere() {
        // When
        JsonNode labels = pod().at("/metadata/labels");

        // Then
        assertThat(labels).isNotEmpty();
        assertThat(byKind.get("Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(byKind.get("StatefulSet").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(byKind.get("PodDisruptionBudget").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(byKind.get("NetworkPolicy").at("/spec/podSelector/matchLabels"))
                .isEqualTo(labels);
    }

    /** A rule without {@code from} means everybody. */
    @Test
    void letsTheWorldToMediaOnly() {
        // When
        Set<Integer> open = new TreeSet<>();
        byKind.get("NetworkPolicy").at("/spec/ingress").forEach(rule -> {
            if (!rule.has("from")) {
                rule.path("ports").forEach(port -> open.add(port.path("port").asInt()));
            }
        });

        // Then
        assertThat(open).containsExactly(ports().get("media"));
    }

    @Test
    void drainsBeforeItEnds() {
        // When
        String hook = container().at("/lifecycle/preStop/exec/command/2").asText();

        // Then
        assertThat(hook).contains("/colibri/drain/enable", "local_endpoints");
        assertThat(pod().at("/spec/terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(600);
    }
}
