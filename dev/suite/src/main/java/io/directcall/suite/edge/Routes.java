package io.directcall.suite.edge;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which service answers which path: the same table as the Kubernetes ingress has. Paths are compared as they came over the wire, still
 * encoded, so that an encoded slash in a user's id stays a part of the id.
 */
public final class Routes {
    private static final String ID = "/[^/]+";

    /** The first that fits wins. */
    private static final List<Route> API = List.of(
            new Route("/users" + ID + "/events", Upstream.EVENTS),
            new Route("/sessions" + ID + "/events", Upstream.EVENTS),
            new Route("/sessions" + ID + "/participants" + ID + "/media(/.*)?", Upstream.MEDIA),
            new Route("/sessions" + ID + "/move", Upstream.MEDIA),
            new Route("/bridges(/.*)?", Upstream.MEDIA),
            new Route("/users(/.*)?", Upstream.TOKEN),
            new Route("/me", Upstream.TOKEN),
            new Route("/call_tokens(/.*)?", Upstream.TOKEN),
            new Route("/signing_keys", Upstream.TOKEN),
            new Route("/api_keys(/.*)?", Upstream.TOKEN),
            new Route("/revocations", Upstream.TOKEN),
            new Route("/sessions(/.*)?", Upstream.SESSION),
            new Route("/calls(/.*)?", Upstream.SESSION),
            new Route("/groups(/.*)?", Upstream.SESSION),
            new Route("/webhooks(/.*)?", Upstream.SESSION));

    private static final Pattern VERSION = Pattern.compile("/v3(\\.0)?(?=/)");
    private static final Pattern STREAM = Pattern.compile(".*/(?:users|sessions)/([^/]+)/events");
    private static final String KEYS = "/.well-known/jwks.json";

    private Routes() {}

    /** The service for this raw path; empty when it belongs to none. */
    public static Optional<Upstream> of(String path) {
        if (path.equals(KEYS)) {
            return Optional.of(Upstream.TOKEN);
        }
        var version = VERSION.matcher(path);
        if (!version.lookingAt()) {
            return Optional.empty();
        }
        String rest = path.substring(version.end());
        return API.stream()
                .filter(route -> route.path.matcher(rest).matches())
                .map(Route::upstream)
                .findFirst();
    }

    /** The id by which requests stay with one replica: whoever listens to a session should find what its replica remembers of it. */
    static Optional<String> stickyId(String path) {
        var stream = STREAM.matcher(path);
        return stream.matches() ? Optional.of(stream.group(1)) : Optional.empty();
    }

    private record Route(Pattern path, Upstream upstream) {
        Route(String path, Upstream upstream) {
            this(Pattern.compile(path), upstream);
        }
    }
}
