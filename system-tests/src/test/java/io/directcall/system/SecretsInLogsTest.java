package io.directcall.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.directcall.suite.part.PartView;
import io.directcall.suite.part.Parts;
import io.directcall.system.suite.RunningSuite;
import io.directcall.system.support.Api;
import io.directcall.system.support.LogSecrets;
import io.directcall.system.support.SharedSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The last class of a run (junit-platform.properties): looks through the logs that all others have left. */
@ExtendWith(SharedSuite.class)
@Order(Integer.MAX_VALUE)
class SecretsInLogsTest {
    @Test
    void no_log_of_a_whole_run_has_a_secret_a_token_or_sdp(RunningSuite suite) throws IOException {
        // Given: what is done and refused in every run, also when this class runs alone
        Api api = new Api(suite.link());
        String session = Api.newSession();
        String token = api.callToken(session);
        api.join(session, token).then().statusCode(201);
        api.join(Api.newSession(), token).then().statusCode(403);
        api.request()
                .header("authToken", api.authToken("ada") + "x")
                .get("/me")
                .then()
                .statusCode(401);

        // When
        LogSecrets secrets = new LogSecrets(secretsOf(suite));

        // Then
        try (Stream<Path> runs = Files.list(Path.of("target"))) {
            for (Path logs : runs.map(run -> run.resolve("logs"))
                    .filter(Files::isDirectory)
                    .toList()) {
                assertThat(secrets.in(logs)).as("%s", logs).isEmpty();
            }
        }
        assertThat(suite.layout().log("session-service")).content().contains(session);
    }

    /** What the parts were given in their environment, whichever secrets that are. */
    private static Map<String, String> secretsOf(RunningSuite suite) throws IOException {
        Map<String, String> found = new TreeMap<>(Map.of("the API key", Parts.API_KEY));
        List<PartView> parts = suite.run().parts().stream()
                .filter(part -> part.process().isPresent())
                .toList();
        for (PartView part : parts) {
            Path environment = Path.of("/proc", Long.toString(part.pid()), "environ");
            found.putAll(Arrays.stream(Files.readString(environment).split("\0", -1))
                    .filter(variable -> variable.matches("DIRECTCALL_\\w*(SECRET|KEY)\\w*=.{8,}"))
                    .map(variable -> variable.split("=", 2))
                    .collect(toMap(variable -> variable[0], variable -> variable[1])));
        }
        assertThat(found).containsKey("DIRECTCALL_KEYS_SECRETS");
        return found;
    }
}
