package io.directcall.infra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The command line.
 *
 * @param dataDirectory where PostgreSQL, Kafka and the lock live; absolute
 * @param postgresPort port of PostgreSQL on loopback; 0 chooses a free one
 * @param kafkaPort port of Kafka on loopback; 0 chooses a free one
 * @param leases whether to serve leases, on fresh data, instead of the suite's databases and topics
 * @param idleExit how long the process stays without any lease
 * @param watchStdin whether to end when standard input closes
 * @param servers which of the two to run
 */
record Options(
        Path dataDirectory,
        int postgresPort,
        int kafkaPort,
        boolean leases,
        Duration idleExit,
        boolean watchStdin,
        Set<Server> servers) {

    static final String USAGE = "Options: --data-dir DIR [--postgres-port PORT] [--kafka-port PORT] [--watch-stdin]"
            + " [--only kafka|postgres | --leases [--idle-exit-seconds SECONDS]]";

    static Options parse(String... args) {
        Path dataDirectory = null;
        int postgresPort = 5432;
        int kafkaPort = 9092;
        boolean leases = false;
        Duration idleExit = Duration.ofMinutes(2);
        boolean watchStdin = false;
        Set<Server> servers = EnumSet.allOf(Server.class);
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--data-dir" ->
                    dataDirectory =
                            Path.of(value(option, rest)).toAbsolutePath().normalize();
                case "--postgres-port" -> postgresPort = number(option, rest, 65_535);
                case "--kafka-port" -> kafkaPort = number(option, rest, 65_535);
                case "--leases" -> leases = true;
                case "--idle-exit-seconds" -> idleExit = Duration.ofSeconds(number(option, rest, 86_400));
                case "--watch-stdin" -> watchStdin = true;
                case "--only" -> servers = EnumSet.of(server(option, rest));
                default -> throw new InfraFailure("Unknown option " + option + ". " + USAGE);
            }
        }
        if (dataDirectory == null) {
            throw new InfraFailure("--data-dir is missing. " + USAGE);
        }
        if (leases && servers.size() == 1) {
            throw new InfraFailure("--only and --leases exclude each other: a lease is on both servers.");
        }
        return new Options(dataDirectory, postgresPort, kafkaPort, leases, idleExit, watchStdin, servers);
    }

    private static Server server(String option, Deque<String> rest) {
        String name = value(option, rest);
        return switch (name) {
            case "kafka" -> Server.KAFKA;
            case "postgres" -> Server.POSTGRES;
            default -> throw new InfraFailure(option + " must be kafka or postgres, not " + name + ".");
        };
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new InfraFailure(option + " needs a value. " + USAGE);
        }
        return rest.remove();
    }

    private static int number(String option, Deque<String> rest, int max) {
        String text = value(option, rest);
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > max) {
            throw new InfraFailure(option + " must be a number from 0 to " + max + ", not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
