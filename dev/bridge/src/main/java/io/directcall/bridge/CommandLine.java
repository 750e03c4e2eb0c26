package io.directcall.bridge;

import io.directcall.bridge.conference.ExpiryRules;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The arguments of the process. */
record CommandLine(BridgeOptions options, boolean watchStdin, boolean help) {
    static final String USAGE = """
            Usage: java --enable-native-access=ALL-UNNAMED -jar bridge.jar [options]
            A bridge for development and tests. In production run Jitsi Videobridge.
              --http-port PORT               REST and websockets, on 127.0.0.1 (default 8080; 0: a free one)
              --http-host ADDRESS            another address for these (default 127.0.0.1; there is no authentication)
              --udp-port PORT                all media (default 10000; 0: a free one)
              --address IP[,IP]              addresses to advertise (default: all IPv4 addresses of this host)
              --name NAME                    server id in websocket URLs (default dev-bridge)
              --region NAME                  region in the statistics
              --initial-max-height-px N      video that flows before constraints arrive (default 0: none)
              --max-endpoints N              refuse more endpoints (default 500)
              --stress-packet-rate N         packets per second that mean stress level 1 (default 50000)
              --loss-percent P               throw away that share of the RTP to receivers (default 0)
              --downlink-kbps N              lose what is more than that to a receiver (default 0: no limit)
              --empty-conference SECONDS     a conference without endpoints expires (default 64)
              --first-transfer SECONDS       an endpoint that never connected is inactive (default 15)
              --never-connected SECONDS      and expires (default 120)
              --inactive SECONDS             an endpoint that fell silent is inactive (default 8)
              --inactive-expiry SECONDS      and expires (default 111)
              --watch-stdin                  exit when standard input closes
              --help""";

    /** Throws IllegalArgumentException with a message for people. */
    static CommandLine parse(String... arguments) {
        BridgeOptions.Builder options = BridgeOptions.builder().httpPort(8080).udpPort(10_000);
        ExpiryRules expiry = ExpiryRules.defaults();
        boolean watchStdin = false;
        boolean help = false;
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--watch-stdin" -> watchStdin = true;
                case "--help" -> help = true;
                case "--empty-conference" -> expiry = expiry.withEmptyConference(seconds(option, rest));
                case "--first-transfer" -> expiry = expiry.withFirstTransfer(seconds(option, rest));
                case "--never-connected" -> expiry = expiry.withNeverConnected(seconds(option, rest));
                case "--inactive" -> expiry = expiry.withInactive(seconds(option, rest));
                case "--inactive-expiry" -> expiry = expiry.withInactiveExpiry(seconds(option, rest));
                default -> apply(options, option, rest);
            }
        }
        return new CommandLine(options.expiry(expiry).build(), watchStdin, help);
    }

    private static void apply(BridgeOptions.Builder options, String option, Deque<String> rest) {
        BridgeOptions.Builder unused =
                switch (option) {
                    case "--http-port" -> options.httpPort(port(option, rest));
                    case "--http-host" -> options.httpHost(value(option, rest));
                    case "--udp-port" -> options.udpPort(port(option, rest));
                    case "--address" ->
                        options.addresses(List.of(value(option, rest).split(",", -1)));
                    case "--name" -> options.name(value(option, rest));
                    case "--region" -> options.region(value(option, rest));
                    case "--initial-max-height-px" -> options.initialMaxHeightPx(whole(option, rest));
                    case "--max-endpoints" -> options.mostEndpoints(whole(option, rest));
                    case "--stress-packet-rate" -> options.stressPacketRate(whole(option, rest));
                    case "--loss-percent" -> options.lossPercent(number(option, rest));
                    case "--downlink-kbps" -> options.downlinkKbps(whole(option, rest));
                    default -> throw new IllegalArgumentException("Unknown option " + option);
                };
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.pop();
    }

    private static double number(String option, Deque<String> rest) {
        String value = value(option, rest);
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not " + value, e);
        }
    }

    private static int whole(String option, Deque<String> rest) {
        return (int) number(option, rest);
    }

    private static int port(String option, Deque<String> rest) {
        int port = whole(option, rest);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(option + " needs a port from 0 to 65535");
        }
        return port;
    }

    private static Duration seconds(String option, Deque<String> rest) {
        return Duration.ofMillis((long) (1000 * number(option, rest)));
    }
}
