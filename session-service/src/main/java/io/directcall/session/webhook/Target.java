package io.directcall.session.webhook;

import java.net.URI;
import java.util.Set;

/**
 * A server that is told.
 *
 * @param name in configuration, payloads and metrics
 * @param url http or https, with a host and without user info
 * @param signer holds the secrets; has no {@code toString} that shows them
 * @param triggers what it wants to hear of
 * @param allowPrivate whether its address may be one that is not public
 */
record Target(String name, URI url, Signer signer, Set<Trigger> triggers, boolean allowPrivate) {
    boolean wants(Trigger trigger) {
        return triggers.contains(trigger);
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    /** The host without the brackets that an IPv6 address has in a URL. */
    String host() {
        return url.getHost().replaceAll("^\\[|]$", "");
    }

    /** Path and query as they go over the wire. */
    String requestUri() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
