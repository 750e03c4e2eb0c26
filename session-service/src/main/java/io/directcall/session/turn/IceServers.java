package io.directcall.session.turn;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a participant is told of STUN and TURN servers. A mistake in the configuration stops the service at its start. */
public final class IceServers {
    /** Host is a name, an IPv4 address, or an IPv6 address in brackets. */
    private static final String HOST = "([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?";

    private static final Pattern STUN = Pattern.compile("stuns?:" + HOST);
    private static final Pattern TURN = Pattern.compile("turns?:" + HOST + "(\\?transport=(udp|tcp))?");
    private static final int SHORTEST_SECRET = 16;
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(24);

    private final List<String> stun;
    private final List<String> turn;
    private final Optional<TurnCredentials> credentials;

    private IceServers(List<String> stun, List<String> turn, Optional<TurnCredentials> credentials) {
        this.stun = stun;
        this.turn = turn;
        this.credentials = credentials;
    }

    /** @throws IllegalArgumentException that names the property and what is wrong with it, never a value: it might be the secret */
    static IceServers of(TurnConfig config, InstantSource clock) {
        List<String> urls =
                config.urls().orElse(List.of()).stream().map(String::trim).toList();
        checkUrls(urls);
        List<String> turn = urls.stream().filter(IceServers::isTurn).toList();
        List<String> stun = urls.stream().filter(url -> !isTurn(url)).toList();
        checkLifetime(config.lifetime());
        return new IceServers(stun, turn, credentials(config, turn, clock));
    }

    /** Fresh ones, in the order in which a browser should have them; empty when none are configured. */
    public List<IceServer> of(String participantId) {
        List<IceServer> servers = new ArrayList<>();
        if (!stun.isEmpty()) {
            servers.add(new IceServer(stun, null, null));
        }
        credentials.ifPresent(made -> servers.add(made.of(turn, participantId)));
        return List.copyOf(servers);
    }

    /** Whether anybody is told of a server. */
    public boolean exist() {
        return !stun.isEmpty() || !turn.isEmpty();
    }

    private static boolean isTurn(String url) {
        return url.startsWith("turn");
    }

    private static Optional<TurnCredentials> credentials(TurnConfig config, List<String> turn, InstantSource clock) {
        if (turn.isEmpty()) {
            check(
                    config.secret().isEmpty(),
                    "directcall.turn.secret is set, but directcall.turn.urls names no turn: or turns: server. Add one, or remove the secret");
            return Optional.empty();
        }
        String secret = config.secret().orElse("");
        check(
                secret.length() >= SHORTEST_SECRET,
                "directcall.turn.secret must have " + SHORTEST_SECRET
                        + " characters or more, and be the same as the TURN server's (coturn: static-auth-secret). Make one: openssl rand -hex 32");
        return Optional.of(new TurnCredentials(secret, config.lifetime(), clock));
    }

    private static void checkUrls(List<String> urls) {
        for (int i = 0; i < urls.size(); i++) {
            String url = urls.get(i);
            check(
                    STUN.matcher(url).matches() || TURN.matcher(url).matches(),
                    "directcall.turn.urls: number " + (i + 1)
                            + " is no address of a STUN or TURN server. Write stun:HOST:PORT, turn:HOST:PORT or turns:HOST:PORT, after turn and turns also ?transport=udp or ?transport=tcp");
        }
    }

    private static void checkLifetime(Duration lifetime) {
        check(
                lifetime.compareTo(SHORTEST) >= 0 && lifetime.compareTo(LONGEST) <= 0,
                "directcall.turn.lifetime must be from 5 minutes to 24 hours, for example 1h");
    }

    private static void check(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
