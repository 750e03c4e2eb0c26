package io.directcall.system.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.directcall.contracts.session.SessionEvent;
import io.directcall.suite.part.PartState;
import io.directcall.suite.part.PartView;
import io.directcall.system.client.Json;
import io.directcall.system.client.Request;
import io.directcall.system.faults.verify.Finding;
import io.directcall.system.faults.verify.Finding.Kind;
import io.directcall.system.faults.verify.HistoryCheck;
import io.directcall.system.suite.RunningSuite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at what should be left when nobody is in a call any more: nothing. */
final class Aftermath {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final RunningSuite suite;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    Aftermath(RunningSuite suite) {
        this.suite = suite;
    }

    boolean allReady() {
        return suite.run().parts().stream().allMatch(part -> part.state() == PartState.READY);
    }

    boolean bridgesAreEmpty() {
        return parts("bridge-")
                .allMatch(bridge -> leftOn(bridge).filter("0"::equals).isPresent());
    }

    boolean outboxesAreEmpty() {
        return services()
                .allMatch(
                        service -> waitingIn(service).filter(rows -> rows == 0).isPresent());
    }

    /** What is left. */
    List<Finding> findings() {
        Stream<Finding> away = suite.run().parts().stream()
                .filter(part -> part.state() != PartState.READY)
                .map(part -> finding(part.name() + " is " + part.state()));
        Stream<Finding> bridges = parts("bridge-")
                .map(bridge -> Optional.of(leftOn(bridge).orElse("no answer"))
                        .filter(left -> !left.equals("0"))
                        .map(left -> finding(bridge.name() + " still has " + left))
                        .orElse(null));
        Stream<Finding> outboxes = services()
                .map(service -> Optional.of(
                                waitingIn(service).map(Object::toString).orElse("no answer"))
                        .filter(rows -> !rows.equals("0.0"))
                        .map(rows -> finding(service.name() + " still has in its outbox: " + rows))
                        .orElse(null));
        return Stream.of(away, bridges, outboxes)
                .flatMap(found -> found)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether the API says of a session, too, that it has ended, and its history what the events said. */
    List<Finding> findings(String sessionId, List<SessionEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        Optional<JsonNode> session = asServer("/v3/sessions/" + sessionId);
        Optional<JsonNode> call = asServer("/v3/calls/" + sessionId);
        List<Finding> findings = new ArrayList<>();
        String state = session.map(data -> data.path("state").asText()).orElse("unknown");
        if (!state.equals("ended")) {
            findings.add(new Finding(Kind.NOT_ENDED, sessionId, 0, "it is " + state + " by the API"));
        }
        call.ifPresentOrElse(
                data -> findings.addAll(HistoryCheck.compare(sessionId, events, data)),
                () -> findings.add(new Finding(Kind.HISTORY, sessionId, 0, "there is none")));
        return findings;
    }

    /** Whether the service says that there never was such a session. */
    boolean isUnknown(String sessionId) {
        return answer(suite.run().port(), "/v3/sessions/" + sessionId)
                .filter(answer -> answer.statusCode() == NOT_FOUND)
                .isPresent();
    }

    private Optional<JsonNode> asServer(String path) {
        return get(suite.run().port(), path)
                .map(text -> Json.read(text, JsonNode.class).path("data"));
    }

    private static Finding finding(String what) {
        return new Finding(Kind.PART, "-", 0, what);
    }

    private Stream<PartView> parts(String prefix) {
        return suite.run().parts().stream().filter(part -> part.name().startsWith(prefix));
    }

    private Stream<PartView> services() {
        return Stream.of("session-service", "media-gateway", "token-service").flatMap(this::parts);
    }

    /** {@code 0}, or what is there; empty without an answer. */
    private Optional<String> leftOn(PartView bridge) {
        return get(bridge.port(), "/colibri/stats").map(text -> {
            JsonNode stats = Json.read(text, JsonNode.class);
            int conferences = stats.path("conferences").asInt(-1);
            int endpoints = stats.path("local_endpoints").asInt(-1);
            return conferences == 0 && endpoints == 0
                    ? "0"
                    : conferences + " conferences and " + endpoints + " endpoints";
        });
    }

    private Optional<Double> waitingIn(PartView service) {
        return get(service.port(), "/q/metrics")
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith("outbox_rows"))
                        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .findFirst());
    }

    private Optional<String> get(int port, String path) {
        return answer(port, path).filter(answer -> answer.statusCode() == OK).map(HttpResponse::body);
    }

    private Optional<HttpResponse<String>> answer(int port, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("apikey", Request.API_KEY)
                .timeout(TIMEOUT)
                .build();
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
