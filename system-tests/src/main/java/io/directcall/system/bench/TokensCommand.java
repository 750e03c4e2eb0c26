package io.directcall.system.bench;

import io.directcall.contracts.token.SigningAlgorithm;
import io.directcall.system.client.ApiClient;
import io.directcall.system.client.CallTokens;
import io.directcall.system.client.EventLoop;
import io.directcall.system.client.Json;
import io.directcall.system.client.Request;
import io.directcall.system.suite.RunningSuite;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many call tokens a second token-service gives out, beside how fast one core signs and how fast the service answers at all. */
@Command(name = "tokens", description = "Call tokens a second, beside bare signing and an endpoint that does nothing.")
final class TokensCommand implements Callable<Integer> {
    private static final List<Integer> CONNECTIONS = List.of(1, 16, 64);
    private static final int USERS = 200;
    private static final Duration PER_ALGORITHM = Duration.ofSeconds(2);
    private static final Request NOTHING = new Request(HttpMethod.GET, "/q/health/live", Map.of(), null);

    @Mixin
    private BenchOptions options;

    @Option(names = "--seconds", defaultValue = "15", description = "How long to measure each (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "30", description = "Seconds before (${DEFAULT-VALUE}).")
    private int warmUp;

    @Override
    public Integer call() throws InterruptedException {
        Machine machine = Machine.now();
        options.say(machine.line());
        try (RunningSuite suite = options.startSuite("--optimized");
                EventLoop loop = new EventLoop()) {
            TokensReport report = measure(machine, suite, loop);
            options.print(report, report.text());
            return report.failed() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private TokensReport measure(Machine machine, RunningSuite suite, EventLoop loop) throws InterruptedException {
        int port = suite.part("token-service").port();
        options.say("Making " + USERS + " users");
        Supplier<Request> tokens = inTurn(authTokens(suite, loop));
        Duration time = Duration.ofSeconds(seconds);

        options.say("Warming up for " + warmUp + " s");
        Duration warm = Duration.ofSeconds(warmUp).dividedBy(3);
        BareSigning signing = new BareSigning(SigningAlgorithm.ES256);
        signing.perSecond(warm);
        BusyConnections.measure(loop, port, 16, warm, () -> NOTHING);
        BusyConnections.measure(loop, port, 16, warm, tokens);

        options.say("Signing");
        double signed = signing.perSecond(time);
        List<BareSigning.Rates> algorithms = Arrays.stream(SigningAlgorithm.values())
                .map(algorithm -> new BareSigning(algorithm).rates(warm, PER_ALGORITHM))
                .toList();
        List<TokensReport.Step> steps = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            options.say(connections + " connections");
            steps.add(new TokensReport.Step(
                    BusyConnections.measure(loop, port, connections, time, () -> NOTHING),
                    BusyConnections.measure(loop, port, connections, time, tokens)));
        }
        return new TokensReport(machine, USERS, seconds, signed, algorithms, NOTHING.path(), steps);
    }

    private static List<Request> authTokens(RunningSuite suite, EventLoop loop) {
        ApiClient api = loop.call(() -> new ApiClient(loop.vertx(), suite.run().port(), new Random(1)));
        List<String> uids =
                IntStream.range(0, USERS).mapToObj(n -> "bench-" + n).toList();
        loop.await(() -> new CallTokens(api).users(uids));
        return loop.await(() ->
                Future.all(uids.stream().map(uid -> request(api, uid)).toList()).map(all -> all.<Request>list()));
    }

    private static Future<Request> request(ApiClient api, String uid) {
        String body = Json.write(Map.of("sessionId", "session-of-" + uid));
        return api.send(Request.asServer(HttpMethod.POST, "/v3/users/" + uid + "/auth_tokens", null))
                .map(answer -> answer.data().path("authToken").asText())
                .map(token -> new Request(
                        HttpMethod.POST,
                        "/v3/call_tokens",
                        Map.of("authToken", token, "content-type", "application/json"),
                        body));
    }

    private static Supplier<Request> inTurn(List<Request> requests) {
        Iterator<Request> endless =
                Stream.generate(() -> requests).flatMap(List::stream).iterator();
        return endless::next;
    }
}
