package io.directcall.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@QuarkusTest
class AlertRulesTest {
    private static final Path RULES = Path.of("..", "deploy", "alerts", "outbox.yaml");
    private static final Pattern METRIC = Pattern.compile("outbox_\\w+");

    @TestHTTPResource("/q/metrics")
    URI metrics;

    @Test
    void eachMetricOfARuleIsReported() throws Exception {
        // Given
        List<Map<String, Object>> rules = rules();
        assertThat(rules).isNotEmpty();

        // When
        String reported = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();

        // Then
        var names = new TreeSet<String>();
        METRIC.matcher(reported).results().map(MatchResult::group).forEach(names::add);
        assertThat(rules)
                .allSatisfy(rule -> assertThat(METRIC.matcher((String) rule.get("expr"))
                                .results()
                                .map(MatchResult::group))
                        .isNotEmpty()
                        .isSubsetOf(names));
    }

    @Test
    void eachRuleSaysWhatItIsAbout() throws Exception {
        // When
        List<Map<String, Object>> rules = rules();

        // Then
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule).containsOnlyKeys("alert", "expr", "for", "labels", "annotations");
            assertThat(rule.get("labels")).asInstanceOf(MAP).containsKey("severity");
            assertThat(rule.get("annotations")).asInstanceOf(MAP).containsKeys("summary", "description");
        });
    }

    @Test
    void prometheusTakesTheRules() throws Exception {
        // Given
        assumeTrue(installed("promtool"), "promtool is not installed");

        // When
        Process check = new ProcessBuilder("promtool", "check", "rules", RULES.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), UTF_8);

        // Then
        assertThat(check.waitFor()).as(said).isZero();
    }

    private static boolean installed(String program) {
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rules() throws IOException {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(RULES));
        return file.get("groups").stream()
                .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                .toList();
    }
}
