package io.directcall.suite.cli;

import io.directcall.suite.edge.Upstream;
import io.directcall.suite.part.Scale;
import io.directcall.suite.process.PortOwner;
import io.directcall.suite.process.Ports;
import io.directcall.suite.run.Layout;
import io.directcall.suite.run.RunView;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the suite that was built. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {
    private static final long DISK_NEEDED = 1_000_000_000L;

    @Mixin
    private Place place;

    @Option(names = "--detach", description = "Return when all is ready.")
    private boolean detach;

    @Option(names = "--port", defaultValue = "8080", description = "The edge's port; 0 takes any free one.")
    private int port;

    @Option(names = "--bridges", defaultValue = "1", description = "How many development bridges.")
    private int bridges;

    @Option(names = "--regions", split = ",", description = "Regions of the development bridges, in turn.")
    private List<String> regions = List.of();

    @Option(names = "--jvb", split = ",", description = "Bridges that run elsewhere, instead of development bridges.")
    private List<String> jvb = List.of();

    @Option(
            names = "--replicas",
            paramLabel = "SERVICE=N",
            description = "How many replicas of a service; may be given for several.")
    private Map<String, Integer> replicas = Map.of();

    @Option(
            names = "--optimized",
            description = "Compile the services as in production: slower to start, faster under load.")
    private boolean optimized;

    /** Given to the launcher that {@code --detach} starts. */
    @Option(names = "--in-background", hidden = true)
    private boolean inBackground;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Layout layout = place.layout();
        Optional<RunView> running = place.runFile().running();
        if (running.isPresent()) {
            return new AlreadyRuns(place.runFile()).report(running.get());
        }
        check(layout);
        int free = port == 0 ? new Ports().free() : port;
        Launch launch = new Launch(layout, free, new Scale(bridges, regions, jvb, replicas(), optimized));
        return detach ? launch.detached() : launch.here(inBackground);
    }

    private Map<Upstream, Integer> replicas() {
        Map<Upstream, Integer> checked = new EnumMap<>(Upstream.class);
        replicas.forEach((name, count) -> {
            Upstream service = Upstream.named(name).orElseThrow(() -> new Refusal(unknown(name)));
            if (count < 1 || count > 9) {
                throw new Refusal("--replicas " + name + " must be between 1 and 9, not " + count + ".");
            }
            checked.put(service, count);
        });
        return checked;
    }

    private static String unknown(String name) {
        return Arrays.stream(Upstream.values())
                .map(Upstream::serviceName)
                .collect(Collectors.joining(
                        ", ", "--replicas knows no service '" + name + "'. The services are: ", "."));
    }

    private void check(Layout layout) throws IOException {
        if (port < 0 || port > 65_535) {
            throw new Refusal("--port must be between 0 and 65535, not " + port + ".");
        }
        if (bridges < 0 || bridges > 9) {
            throw new Refusal("--bridges must be between 0 and 9, not " + bridges + ".");
        }
        if (port != 0 && !Ports.isFree(port)) {
            String owner = PortOwner.of(port).orElse("another program");
            throw new Refusal("Port " + port + " is in use by " + owner
                    + ". End it, or choose another port: ./directcall up --port " + new Ports().free());
        }
        Files.createDirectories(layout.stateDir());
        long free = Files.getFileStore(layout.stateDir()).getUsableSpace();
        if (free < DISK_NEEDED) {
            throw new Refusal("Only " + free / 1_000_000 + " MB are free on the disk of " + layout.stateDir()
                    + "; PostgreSQL and Kafka need 1 GB. Make room and try again.");
        }
    }
}
