package io.directcall.suite.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.suite.edge.Upstream;
import io.directcall.suite.process.Ports;
import io.directcall.suite.run.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    private static final Layout LAYOUT = new Layout(Path.of("/checkout"), Path.of("/state"));

    @Test
    void one_of_each_has_the_plain_name() {
        // When
        Parts parts = Parts.of(LAYOUT, new Ports(), new Scale(1, List.of(), List.of(), Map.of(), false));

        // Then
        assertThat(parts.specs())
                .extracting(PartSpec::name)
                .containsExactly(
                        "postgres",
                        "kafka",
                        "bridge-1",
                        "token-service",
                        "session-service",
                        "events-service",
                        "media-gateway");
    }

    @Test
    void replicas_are_numbered_and_differ_only_in_their_port() {
        // When
        Parts parts =
                Parts.of(LAYOUT, new Ports(), new Scale(0, List.of(), List.of(), Map.of(Upstream.SESSION, 2), false));

        // Then
        List<PartSpec> replicas = parts.specs().stream()
                .filter(spec -> spec.name().startsWith("session-service"))
                .toList();
        assertThat(replicas).extracting(PartSpec::name).containsExactly("session-service-1", "session-service-2");
        assertThat(replicas)
                .extracting(PartSpec::command)
                .containsOnly(replicas.getFirst().command());
        assertThat(parts.servicePorts().get(Upstream.SESSION))
                .containsExactlyElementsOf(replicas.stream().map(PartSpec::port).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void bridges_are_in_the_regions_in_turn() {
        // When
        Parts parts = Parts.of(LAYOUT, new Ports(), new Scale(3, List.of("eu", "us"), List.of(), Map.of(), false));

        // Then
        List<String> regions = parts.specs().stream()
                .filter(spec -> spec.name().startsWith("bridge-"))
                .map(spec -> spec.command().get(spec.command().indexOf("--region") + 1))
                .toList();
        assertThat(regions).containsExactly("eu", "us", "eu");
    }

    @Test
    void bridges_elsewhere_replace_the_development_ones() {
        // When
        Parts parts =
                Parts.of(LAYOUT, new Ports(), new Scale(1, List.of(), List.of("http://jvb:8080"), Map.of(), false));

        // Then
        assertThat(parts.specs()).extracting(PartSpec::name).doesNotContain("bridge-1");
        assertThat(parts.specs().getLast().environment()).containsEntry("DIRECTCALL_BRIDGES", "http://jvb:8080");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void services_are_compiled_quickly_or_well(boolean optimized) {
        // When
        Parts parts = Parts.of(LAYOUT, new Ports(), new Scale(1, List.of(), List.of(), Map.of(), optimized));

        // Then
        assertThat(parts.specs().getLast().command().contains("-XX:TieredStopAtLevel=1"))
                .isEqualTo(!optimized);
    }
}
