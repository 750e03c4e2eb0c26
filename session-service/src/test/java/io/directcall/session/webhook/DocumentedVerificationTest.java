package io.directcall.session.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the code that {@code docs/webhooks.md} gives to integrators. */
class DocumentedVerificationTest {
    private static final String ID = "msg_1";
    private static final String BODY = "{\"trigger\":\"meeting_ended\",\"data\":{\"name\":\"Zoë\"}}";
    private static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    @TempDir
    Path folder;

    /** What is changed on the way. */
    private enum Case {
        UNCHANGED(Given.SECRET, 0, "", true),
        OLD_SECRET(OTHER_SECRET, 0, "", true),
        OTHER_BODY(Given.SECRET, 0, " ", false),
        WRONG_SECRET("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", 0, "", false),
        TOO_OLD(Given.SECRET, 301, "", false);

        private final String secret;
        private final long secondsLater;
        private final String added;
        private final boolean valid;

        Case(String secret, long secondsLater, String added, boolean valid) {
            this.secret = secret;
            this.secondsLater = secondsLater;
            this.added = added;
            this.valid = valid;
        }

        Instant now() {
            return Given.NOW.plusSeconds(secondsLater);
        }

        String body() {
            return BODY + added;
        }
    }

    private static String signatures() {
        return Signer.of(List.of(Given.SECRET, OTHER_SECRET)).sign(ID, Given.NOW, BODY);
    }

    private static String timestamp() {
        return Long.toString(Given.NOW.getEpochSecond());
    }

    private static String sample(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/webhooks.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    @ParameterizedTest
    @EnumSource
    void theJavaSampleVerifies(Case given) throws Exception {
        // Given
        Path source = Files.writeString(folder.resolve("WebhookSignature.java"), sample("java"));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        try (var classes = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            var verify = classes.loadClass("WebhookSignature")
                    .getMethod(
                            "verify",
                            String.class,
                            String.class,
                            String.class,
                            String.class,
                            String.class,
                            Instant.class);

            // When
            Object valid = verify.invoke(null, given.secret, ID, timestamp(), signatures(), given.body(), given.now());

            // Then
            assertThat(valid).isEqualTo(given.valid);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theJavaScriptSampleVerifies(Case given) throws Exception {
        // Given
        String script = sample("js") + """
                const [secret, id, timestamp, signatures, body, now] = process.argv.slice(2);
                const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures };
                console.log(verify(secret, headers, body, Number(now)));
                """;
        Path source = Files.writeString(folder.resolve("verify.mjs"), script);

        // When
        String printed = node(
                source,
                given.secret,
                ID,
                timestamp(),
                signatures(),
                given.body(),
                Long.toString(given.now().getEpochSecond()));

        // Then
        assertThat(printed).isEqualTo(Boolean.toString(given.valid));
    }

    @Test
    void theExampleOfTheDocumentationIsWhatIsSent() throws IOException {
        // Given
        String documented = sample("json").replaceAll("\n *", "");
        var started = new Occasion.Started("room-1", 1, Given.NOW.getEpochSecond());
        var payload = new Payload(Trigger.MEETING_STARTED, started, "meet", "my-app", "eu", "crm");

        // When
        String sent = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(payload);

        // Then
        assertThat(sent).isEqualTo(documented);
    }

    private static String node(Path script, String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("node", script.toString()));
        command.addAll(List.of(arguments));
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(node.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return printed.trim();
    }
}
