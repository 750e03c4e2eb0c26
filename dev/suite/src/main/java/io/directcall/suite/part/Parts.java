package io.directcall.suite.part;

import io.directcall.suite.edge.Upstream;
import io.directcall.suite.process.Marker;
import io.directcall.suite.process.Ports;
import io.directcall.suite.run.Layout;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says for all parts of a suite how they are run. All of them listen on the loopback address only, the bridge's media port excepted. */
public final class Parts {
    /** Works in the embedded suite only. */
    public static final String API_KEY = "dev-api-key";

    /** What signing keys are encrypted with; works in the embedded suite only. */
    private static final String KEYS_SECRET = "ZW1iZWRkZWQtc3VpdGUtb25seS1rbm93bi10by1hbGw=";

    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "kafka";
    private static final Map<Upstream, String> DATABASES = Map.of(
            Upstream.TOKEN, "token_service",
            Upstream.SESSION, "session_service",
            Upstream.MEDIA, "media_gateway");

    private final Layout layout;
    private final Ports ports;
    private final int postgresPort;
    private final int kafkaPort;
    private final List<PartSpec> specs = new ArrayList<>();
    private final Map<Upstream, List<Integer>> servicePorts = new EnumMap<>(Upstream.class);

    private Parts(Layout layout, Ports ports) {
        this.layout = layout;
        this.ports = ports;
        this.postgresPort = ports.free();
        this.kafkaPort = ports.free();
    }

    /**
     * Gives each part its ports and its command.
     *
     * @param scale how many of each
     */
    public static Parts of(Layout layout, Ports ports, Scale scale) {
        Parts parts = new Parts(layout, ports);
        parts.specs.add(parts.infra(POSTGRES, 96, parts.postgresPort));
        parts.specs.add(parts.infra(KAFKA, 256, parts.kafkaPort));
        List<String> urls = new ArrayList<>(scale.bridgeUrls());
        for (int number = 1; scale.bridgeUrls().isEmpty() && number <= scale.bridges(); number++) {
            PartSpec bridge = parts.bridge("bridge-" + number, scale.region(number));
            parts.specs.add(bridge);
            urls.add("http://127.0.0.1:" + bridge.port());
        }
        for (Upstream upstream : Upstream.values()) {
            parts.addReplicas(upstream, scale.of(upstream), urls, scale.optimized());
        }
        return parts;
    }

    /** A single one has the plain name. */
    private void addReplicas(Upstream upstream, int count, List<String> bridgeUrls, boolean optimized) {
        List<Integer> listening = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            String name = upstream.serviceName() + (count == 1 ? "" : "-" + number);
            PartSpec replica = service(upstream, name, bridgeUrls, optimized);
            specs.add(replica);
            listening.add(replica.port());
        }
        servicePorts.put(upstream, listening);
    }

    /** All of them, in the order in which people should read them. */
    public List<PartSpec> specs() {
        return List.copyOf(specs);
    }

    /** Where the edge finds the replicas of each service. */
    public Map<Upstream, List<Integer>> servicePorts() {
        return Map.copyOf(servicePorts);
    }

    /** PostgreSQL or Kafka: one process and one data folder each, so that one can die without the other. */
    private PartSpec infra(String server, int heapMb, int port) {
        List<String> command = JavaCommand.withHeap(heapMb)
                .quickStart()
                .jar(
                        layout.infraJar(),
                        "--only",
                        server,
                        "--data-dir",
                        layout.dataDir().resolve(server),
                        "--" + server + "-port",
                        port,
                        "--watch-stdin");
        return new PartSpec(server, command, environment(), port, new Readiness.Line("READY"), List.of());
    }

    private PartSpec bridge(String name, String region) {
        int http = ports.free();
        List<String> command = JavaCommand.withHeap(192)
                .option("--enable-native-access=ALL-UNNAMED")
                .jar(
                        layout.bridgeJar(),
                        "--http-port",
                        http,
                        "--udp-port",
                        ports.free(),
                        "--name",
                        name,
                        "--region",
                        region,
                        "--watch-stdin");
        return new PartSpec(name, command, environment(), http, new Readiness.Line("READY"), List.of());
    }

    private PartSpec service(Upstream upstream, String name, List<String> bridgeUrls, boolean optimized) {
        int port = ports.free();
        Map<String, String> environment = environment();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_HTTP_CORS_ORIGINS", "*");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafkaPort);
        // Consumers of one group that leave one after the other take 10 s to stop; what they had begun is read again at
        // the next start.
        environment.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GRACEFUL_SHUTDOWN", "false");
        environment.put("DIRECTCALL_API_KEYS", API_KEY);
        environment.put("DIRECTCALL_KEYS_SECRETS", KEYS_SECRET);
        // Everybody is on this machine, and benchmarks ask thousands of times a second.
        environment.put("DIRECTCALL_LIMITS_ADDRESS_PER_MINUTE", "0");
        environment.put("DIRECTCALL_LIMITS_USER_PER_MINUTE", "0");
        environment.put("DIRECTCALL_LIMITS_API_KEY_PER_MINUTE", "0");
        Stream.of("DIRECTCALL_EVENTS_STREAMS_PER_USER", "DIRECTCALL_EVENTS_STREAMS_PER_ADDRESS")
                .forEach(limit -> environment.put(limit, System.getenv().getOrDefault(limit, "0")));
        environment.put("DIRECTCALL_BRIDGES", String.join(",", bridgeUrls));
        if (DATABASES.containsKey(upstream)) {
            String address = "postgresql://127.0.0.1:" + postgresPort + "/" + DATABASES.get(upstream);
            environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", address);
            environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + address);
            environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
            environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        }
        URI ready = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        JavaCommand java = JavaCommand.withHeap(192);
        List<String> command = (optimized ? java : java.quickStart()).jar(layout.serviceJar(upstream.serviceName()));
        return new PartSpec(name, command, environment, port, new Readiness.Http(ready), List.of(POSTGRES, KAFKA));
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(Marker.VARIABLE, layout.stateDir().toString()));
    }
}
