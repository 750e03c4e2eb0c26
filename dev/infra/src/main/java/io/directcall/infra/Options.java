package io.directcall.infra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The command line.
 *
 * @param dataDirectory where PostgreSQL, Kafka and the lock live; absolute
 * @param postgresPort port of PostgreSQL on loopback; 0 chooses a free one
 * @param kafkaPort port of Kafka on loopback; 0 chooses a free one
 * @param leases whether to serve leases, on fresh data, instead of the suite's databases and topics
 * @param idleExit how long the process stays without any lease
 * @param watchStdin whether to end when standard input closes
 */
record Options(
        Path dataDirectory, int postgresPort, int kafkaPort, boolean leases, Duration idleExit, boolean watchStdin) {

    static final String USAGE = "Options: --data-dir DIR [--postgres-port PORT] [--kafka-port PORT] [--watch-stdin]"
            + " [--leases [--idle-exit-seconds SECONDS]]";

    static Options parse(String... args) {
        Path dataDirectory = null;
        int postgresPort = 5432;
        int kafkaPort = 9092;
        boolean leases = false;
        Duration idleExit = Duration.ofMinutes(2);
        boolean watchStdin = false;
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
                default -> throw new InfraFailure("Unknown option " + option + ". " + USAGE);
            }
        }
        if (dataDirectory == null) {
            throw new InfraFailure("--data-dir is missing. " + USAGE);
        }
        return new Options(dataDirectory, postgresPort, kafkaPort, leases, idleExit, watchStdin);
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
